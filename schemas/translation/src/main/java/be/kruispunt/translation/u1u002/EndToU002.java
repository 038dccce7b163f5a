package be.kruispunt.translation.u1u002;

import be.kruispunt.documents.jaxb.u002.LastEmployment;
import be.kruispunt.documents.jaxb.u002.ReasonCode;
import be.kruispunt.documents.jaxb.u002.ReasonValue;
import be.kruispunt.documents.jaxb.u1.EndOfEmployment;
import be.kruispunt.translation.report.Place;
import org.jspecify.annotations.Nullable;

/** Box 3. */
final class EndToU002 {
    private static final String REASON = "code list reason for the end of employment; its numbers are this project's";
    private static final String SELF_EMPLOYMENT = "U002 gives the reason for the end of self-employment as text";
    /** What U002, which wants a text here, says where U1 says other and not which. */
    private static final String UNSAID = "Other";

    private EndToU002() {}

    static void map(@Nullable EndOfEmployment source, LastEmployment target, Place place) {
        if (source == null) {
            return;
        }
        String box = Codes.box(source.getReason());
        ReasonCode code = Codes.reason(source.getReason());
        String text = source.getOtherReason();
        if (code == null) {
            target.setReasonTerminationSelfEmployment(UNSAID);
            place.changed(box, "reason", "reasonTerminationSelfEmployment", SELF_EMPLOYMENT);
            place.carry(
                    box,
                    "otherReason",
                    text,
                    "reasonTerminationSelfEmployment",
                    target::setReasonTerminationSelfEmployment);
            return;
        }
        ReasonValue value = new ReasonValue();
        value.setValue(code);
        target.setReasonTermination(value);
        place.changed(box, "reason", "reasonTermination/value", REASON);
        if (code == ReasonCode.OTHER) {
            target.setOtherReasonTermination(UNSAID);
        }
        place.carry(box, "otherReason", text, "otherReasonTermination", target::setOtherReasonTermination);
    }

    /** Whether boxes 3 and 4 left anything to say about the last employment. */
    static boolean isFilled(LastEmployment last) {
        return last.getReasonTermination() != null
                || last.getReasonTerminationSelfEmployment() != null
                || last.getPayments() != null
                || last.getWaivedRight() != null
                || last.getOtherBenefits() != null;
    }
}
