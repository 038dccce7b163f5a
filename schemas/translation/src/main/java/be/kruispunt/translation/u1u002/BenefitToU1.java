package be.kruispunt.translation.u1u002;

import be.kruispunt.documents.jaxb.blocks.Period;
import be.kruispunt.documents.jaxb.u002.PayingInstitution;
import be.kruispunt.documents.jaxb.u002.UnemploymentBenefits;
import be.kruispunt.documents.jaxb.u1.LastInstitution;
import be.kruispunt.documents.jaxb.u1.UnemploymentBenefit;
import be.kruispunt.translation.report.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Unemployment benefit, as box 5: the institution of the last period is the one that paid last. */
final class BenefitToU1 {
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
            Period to = new Period();
            Days.toU1(from.getPeriod(), place.in("Period", "Period[" + (i + 1) + ']'), to::setFrom, to::setTo);
            target.getPeriod().add(to);
            PayingInstitution institution = from.getInstitution();
            if (institution != null) {
                institution(institution, i == last, target, place.in("Institution", "LastInstitution"));
            }
        }
        return target;
    }

    /** Position of the period with the latest end. */
    private static int last(List<be.kruispunt.documents.jaxb.u002.UnemploymentBenefit> list) {
        int last = 0;
        for (int i = 1; i < list.size(); i++) {
            if (!Days.last(list.get(i).getPeriod())
                    .isBefore(Days.last(list.get(last).getPeriod()))) {
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
