package be.kruispunt.translation.u1u002;

import be.kruispunt.documents.jaxb.blocks.Period;
import be.kruispunt.documents.jaxb.u002.PayingInstitution;
import be.kruispunt.documents.jaxb.u002.U002;
import be.kruispunt.documents.jaxb.u002.UnemploymentBenefits;
import be.kruispunt.documents.jaxb.u1.LastInstitution;
import be.kruispunt.documents.jaxb.u1.LastInstitutionAddress;
import be.kruispunt.documents.jaxb.u1.UnemploymentBenefit;
import be.kruispunt.translation.report.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Box 5. The institution that paid last stands beside the last period. */
final class BenefitToU002 {
    private static final String NO_ADDRESS = "U002 names an institution by number and name only";

    private BenefitToU002() {}

    static void map(@Nullable UnemploymentBenefit source, U002 target, Place benefits) {
        if (source == null) {
            return;
        }
        UnemploymentBenefits list = new UnemploymentBenefits();
        List<Period> periods = source.getPeriod();
        int last = 0;
        for (int i = 0; i < periods.size(); i++) {
            Period period = periods.get(i);
            Place place = benefits.in("Period", i, "UnemploymentBenefit", i);
            var benefit = new be.kruispunt.documents.jaxb.u002.UnemploymentBenefit();
            benefit.setPeriod(Days.toSed("5.1", period.getFrom(), period.getTo(), place.to("Period")));
            list.getUnemploymentBenefit().add(benefit);
            if (!Days.last(period.getTo()).isBefore(Days.last(periods.get(last).getTo()))) {
                last = i;
            }
        }
        LastInstitution institution = source.getLastInstitution();
        if (institution != null) {
            Place place = benefits.in("LastInstitution", "UnemploymentBenefit[" + (last + 1) + "]/Institution");
            list.getUnemploymentBenefit().get(last).setInstitution(institution(institution, place));
        }
        target.setUnemploymentBenefits(list);
    }

    private static PayingInstitution institution(LastInstitution source, Place place) {
        PayingInstitution target = new PayingInstitution();
        place.carry(
                "5.3",
                "identificationNumber",
                source.getIdentificationNumber(),
                "institutionID",
                target::setInstitutionID);
        place.carry("5.4", "name", source.getName(), "institutionName", target::setInstitutionName);
        LastInstitutionAddress address = source.getAddress();
        if (address != null) {
            place.lose("5.5.1", "Address/street", address.getStreet(), NO_ADDRESS);
            place.lose("5.5.2", "Address/town", address.getTown(), NO_ADDRESS);
            place.lose("5.5.3", "Address/postalCode", address.getPostalCode(), NO_ADDRESS);
            place.lose("5.5.4", "Address/country", address.getCountry(), NO_ADDRESS);
        }
        return target;
    }
}
