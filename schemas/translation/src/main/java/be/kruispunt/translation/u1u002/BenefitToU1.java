package be.kruispunt.translation.u1u002;

import be.kruispunt.documents.jaxb.blocks.Period;
import be.kruispunt.documents.jaxb.eessi.FixedPeriod;
import be.kruispunt.documents.jaxb.u002.PayingInstitution;
import be.kruispunt.documents.jaxb.u002.UnemploymentBenefits;
import be.kruispunt.documents.jaxb.u1.LastInstitution;
import be.kruispunt.documents.jaxb.u1.UnemploymentBenefit;
import be.kruispunt.translation.report.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Unemployment benefit, as box 5: the institution of the last period is the one that paid last. */
final class BenefitToU1 {
    private static final String OPEN = "box 5.1 wants the last day of each period, and this one has none";
    private static final String NOT_LAST = "box 5.2 names only the institution that paid the last period of box 5.1";

    private BenefitToU1() {}

    static @Nullable UnemploymentBenefit map(@Nullable UnemploymentBenefits source, Place benefits) {
        if (source == null) {
            return null;
        }
        List<be.kruispunt.documents.jaxb.u002.UnemploymentBenefit> list = source.getUnemploymentBenefit();
        int last = last(list);
        UnemploymentBenefit target = new UnemploymentBenefit();
        for (int i = 0; i < list.size(); i++) {
            var from = list.get(i);
            Place place = benefits.from("UnemploymentBenefit", i);
            FixedPeriod days = from.getPeriod().getFixedPeriod();
            if (days == null) {
                Days.lose(from.getPeriod(), place.from("Period"), OPEN);
            } else {
                Period to = new Period();
                Place period =
                        place.in("Period", "Period[" + (target.getPeriod().size() + 1) + ']');
                Days.toU1(days, period, to::setFrom, to::setTo);
                target.getPeriod().add(to);
            }
            PayingInstitution institution = from.getInstitution();
            if (institution != null) {
                institution(institution, i == last, target, place.in("Institution", "LastInstitution"));
            }
        }
        return target.getPeriod().isEmpty() ? null : target;
    }

    /** Position of the period with the latest end; -1 if none has an end. */
    private static int last(List<be.kruispunt.documents.jaxb.u002.UnemploymentBenefit> list) {
        int last = -1;
        for (int i = 0; i < list.size(); i++) {
            FixedPeriod days = list.get(i).getPeriod().getFixedPeriod();
            if (days == null) {
                continue;
            }
            if (last < 0
                    || !days.getEndDate()
                            .isBefore(
                                    list.get(last).getPeriod().getFixedPeriod().getEndDate())) {
                last = i;
            }
        }
        return last;
    }

    private static void institution(PayingInstitution source, boolean last, UnemploymentBenefit target, Place place) {
        if (last) {
            LastInstitution to = new LastInstitution();
            place.carry(
                    "institutionID", source.getInstitutionID(), "identificationNumber", to::setIdentificationNumber);
            place.carry("institutionName", source.getInstitutionName(), "name", to::setName);
            target.setLastInstitution(to);
        } else {
            place.lose("institutionID", source.getInstitutionID(), NOT_LAST);
            place.lose("institutionName", source.getInstitutionName(), NOT_LAST);
        }
    }
}
