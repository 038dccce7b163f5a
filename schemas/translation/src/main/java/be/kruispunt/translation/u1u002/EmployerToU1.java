package be.kruispunt.translation.u1u002;

import be.kruispunt.documents.jaxb.eessi.Address;
import be.kruispunt.documents.jaxb.eessi.Employer;
import be.kruispunt.documents.jaxb.eessi.IdentificationNumber;
import be.kruispunt.translation.report.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Employers, whom U1 does not name. */
final class EmployerToU1 {
    private static final String NO_EMPLOYER = "U1 does not name employers";

    private EmployerToU1() {}

    static void lose(@Nullable Employer source, Place place) {
        if (source == null) {
            return;
        }
        place.lose("name", source.getName(), NO_EMPLOYER);
        if (source.getIdentificationNumbers() != null) {
            List<IdentificationNumber> numbers =
                    source.getIdentificationNumbers().getIdentificationNumber();
            for (int i = 0; i < numbers.size(); i++) {
                Place number = place.from("IdentificationNumbers/IdentificationNumber", i);
                number.lose("number", numbers.get(i).getNumber(), NO_EMPLOYER);
                number.lose("type/value", numbers.get(i).getType(), NO_EMPLOYER);
            }
        }
        Address address = source.getAddress();
        if (address != null) {
            place.lose("Address/street", address.getStreet(), NO_EMPLOYER);
            place.lose("Address/buildingName", address.getBuildingName(), NO_EMPLOYER);
            place.lose("Address/town", address.getTown(), NO_EMPLOYER);
            place.lose("Address/postalCode", address.getPostalCode(), NO_EMPLOYER);
            place.lose("Address/region", address.getRegion(), NO_EMPLOYER);
            place.lose("Address/country/value", address.getCountry(), NO_EMPLOYER);
        }
    }
}
