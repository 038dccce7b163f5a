package be.kruispunt.translation.u1u002;

import be.kruispunt.documents.jaxb.blocks.Period;
import be.kruispunt.documents.jaxb.u002.Employment;
import be.kruispunt.documents.jaxb.u002.UninsuredEmployment;
import be.kruispunt.documents.jaxb.u1.Periods;
import be.kruispunt.documents.jaxb.u1.UninsuredActivity;
import be.kruispunt.translation.report.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Boxes 2.1.1, 2.1.2 and 2.2: periods of activity, insured and not. */
final class PeriodsToU002 {
    static final String EMPLOYMENT = "UninsuredEmployment";
    static final String SELF_EMPLOYMENT = "UninsuredSelfEmployment";

    private static final String NO_UNINSURED =
            "U002 says why beside each period that is not insured, and the form has no such period";

    private PeriodsToU002() {}

    static void map(Periods source, be.kruispunt.documents.jaxb.u002.Periods target, Place place) {
        insured("2.1.1", source.getInsuredEmployment(), target.getInsuredEmployment(), "InsuredEmployment", place);
        insured(
                "2.1.2",
                source.getInsuredSelfEmployment(),
                target.getInsuredSelfEmployment(),
                "InsuredSelfEmployment",
                place);
        String why = source.getReasonNotInsured();
        uninsured("2.2.1", source.getUninsuredEmployment(), target.getUninsuredEmployment(), EMPLOYMENT, why, place);
        uninsured(
                "2.2.2",
                source.getUninsuredSelfEmployment(),
                target.getUninsuredSelfEmployment(),
                SELF_EMPLOYMENT,
                why,
                place);
        reason(why, source, place);
    }

    private static void insured(
            String box, List<Period> source, List<Employment> target, String element, Place periods) {
        for (int i = 0; i < source.size(); i++) {
            Period from = source.get(i);
            Employment to = new Employment();
            Place place = periods.in(element, i, element, i);
            to.setPeriod(Days.toSed(box, from.getFrom(), from.getTo(), place.to("Period")));
            target.add(to);
        }
    }

    private static void uninsured(
            String box,
            List<UninsuredActivity> source,
            List<UninsuredEmployment> target,
            String element,
            @Nullable String why,
            Place periods) {
        for (int i = 0; i < source.size(); i++) {
            UninsuredActivity from = source.get(i);
            UninsuredEmployment to = new UninsuredEmployment();
            Place place = periods.in(element, i, element, i);
            to.setPeriod(Days.toSed(box, from.getFrom(), from.getTo(), place.to("Period")));
            place.carry(box, "natureOfActivity", from.getNatureOfActivity(), "natureActivity", to::setNatureActivity);
            to.setInformation(why);
            target.add(to);
        }
    }

    /** Box 2.2.3 stands once in U1, and beside each period in U002. */
    private static void reason(@Nullable String why, Periods source, Place place) {
        boolean employed = !source.getUninsuredEmployment().isEmpty();
        if (why == null) {
            return;
        }
        if (employed || !source.getUninsuredSelfEmployment().isEmpty()) {
            place.account()
                    .carried(
                            "2.2.3",
                            place.source() + "/reasonNotInsured",
                            place.target() + '/' + (employed ? EMPLOYMENT : SELF_EMPLOYMENT) + "[1]/information");
        } else {
            place.lose("2.2.3", "reasonNotInsured", why, NO_UNINSURED);
        }
    }
}
