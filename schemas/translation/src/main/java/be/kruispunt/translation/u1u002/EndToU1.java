package be.kruispunt.translation.u1u002;

import be.kruispunt.documents.jaxb.u002.LastEmployment;
import be.kruispunt.documents.jaxb.u1.EndOfEmployment;
import be.kruispunt.documents.jaxb.u1.EndReason;
import be.kruispunt.translation.report.Place;
import org.jspecify.annotations.Nullable;

/** The end of the last activity, as box 3, which has one reason. */
final class EndToU1 {
    private static final String REASON = "code list reason for the end of employment; its numbers are this project's";
    private static final String UNKNOWN = "box 3 has no unknown reason";
    private static final String TWO = "box 3 has one reason, and that of the employment stands in it";

    private EndToU1() {}

    static @Nullable EndOfEmployment map(LastEmployment source, Place place) {
        String text = source.getOtherReasonTermination();
        String selfEmployment = source.getReasonTerminationSelfEmployment();
        EndReason reason = reason(source, place);
        EndOfEmployment target = new EndOfEmployment();
        if (reason == null && text == null) {
            if (selfEmployment == null) {
                return null;
            }
            target.setReason(EndReason.OTHER_SELF_EMPLOYMENT);
            place.carry("reasonTerminationSelfEmployment", selfEmployment, "otherReason", target::setOtherReason);
            return target;
        }
        target.setReason(reason == null ? EndReason.OTHER_EMPLOYMENT : reason);
        place.carry("otherReasonTermination", text, "otherReason", target::setOtherReason);
        place.lose("reasonTerminationSelfEmployment", selfEmployment, TWO);
        return target;
    }

    private static @Nullable EndReason reason(LastEmployment source, Place place) {
        if (source.getReasonTermination() == null) {
            return null;
        }
        EndReason reason = Codes.reason(source.getReasonTermination().getValue());
        if (reason == null) {
            place.lose("reasonTermination/value", source.getReasonTermination(), UNKNOWN);
        } else {
            place.changed("reasonTermination/value", "reason", REASON);
        }
        return reason;
    }
}
