package be.kruispunt.translation.u1u002;

import be.kruispunt.documents.jaxb.eessi.PINPersonInEachInstitution;
import be.kruispunt.documents.jaxb.eessi.PersonalIdentificationNumber;
import be.kruispunt.documents.jaxb.u1.Institution;
import be.kruispunt.translation.report.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Box 7. A SED does not say who sends it, its message does; it names an institution only beside a number that the
 * institution knows. So the issuer of the U1 stands beside the holder's number in its country.
 */
final class InstitutionToU002 {
    private static final String NO_NUMBER =
            "U002 names an institution, by number and name, beside a personal number of its country, and U1 lacks one"
                    + " of them; the header of the message names the sender";
    private static final String NO_ADDRESS = "U002 names an institution by number and name only";
    private static final String HEADER = "U002 is dated and signed by its message";

    private InstitutionToU002() {}

    static void map(Institution source, @Nullable PINPersonInEachInstitution pins, Place place) {
        int index = source.getName() == null ? -1 : indexOf(source.getCountry(), pins);
        if (pins == null || index < 0) {
            place.lose("7.1", "name", source.getName(), NO_NUMBER);
            place.lose("7.5", "country", source.getCountry(), NO_NUMBER);
            place.lose("7.6", "identificationNumber", source.getIdentificationNumber(), NO_NUMBER);
        } else {
            Place pin = place.to("PersonalIdentificationNumber[" + (index + 1) + ']');
            var institution = new be.kruispunt.documents.jaxb.eessi.Institution();
            pin.carry("7.1", "name", source.getName(), "Institution/institutionName", institution::setInstitutionName);
            pin.carry(
                    "7.6",
                    "identificationNumber",
                    source.getIdentificationNumber(),
                    "Institution/institutionID",
                    institution::setInstitutionID);
            PersonalIdentificationNumber number =
                    pins.getPersonalIdentificationNumber().get(index);
            number.setInstitution(institution);
            pin.carry("7.5", "country", source.getCountry(), "country/value", number.getCountry()::setValue);
        }
        place.lose("7.2", "street", source.getStreet(), NO_ADDRESS);
        place.lose("7.3", "town", source.getTown(), NO_ADDRESS);
        place.lose("7.4", "postalCode", source.getPostalCode(), NO_ADDRESS);
        place.lose("7.7", "fax", source.getFax(), NO_ADDRESS);
        place.lose("7.8", "telephone", source.getTelephone(), NO_ADDRESS);
        place.lose("7.9", "email", source.getEmail(), NO_ADDRESS);
        place.lose("7.10", "date", source.getDate(), HEADER);
        place.lose("7.11", "signature", source.getSignature(), HEADER);
    }

    private static int indexOf(String country, @Nullable PINPersonInEachInstitution pins) {
        if (pins == null) {
            return -1;
        }
        List<PersonalIdentificationNumber> numbers = pins.getPersonalIdentificationNumber();
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.get(i).getCountry().getValue().equals(country)) {
                return i;
            }
        }
        return -1;
    }
}
