package be.kruispunt.translation.u1u002;

import be.kruispunt.documents.jaxb.blocks.PersonalIdentificationNumber;
import be.kruispunt.documents.jaxb.eessi.AdditionalInformationPerson;
import be.kruispunt.documents.jaxb.eessi.BirthAndParents;
import be.kruispunt.documents.jaxb.eessi.Nationality;
import be.kruispunt.documents.jaxb.eessi.PINPersonInEachInstitution;
import be.kruispunt.documents.jaxb.eessi.PersonIdentification;
import be.kruispunt.documents.jaxb.eessi.PlaceBirth;
import be.kruispunt.documents.jaxb.eessi.SexValue;
import be.kruispunt.documents.jaxb.u1.Person;
import be.kruispunt.documents.jaxb.u1.PersonAddress;
import be.kruispunt.documents.jaxb.u1.PlaceOfBirth;
import be.kruispunt.translation.report.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Box 1. */
final class PersonToU002 {
    private static final String NO_ADDRESS = "U002 has no address of the person";
    private static final String SEX = "code list sex: M 01, F 02, U 98";

    private PersonToU002() {}

    static be.kruispunt.documents.jaxb.eessi.Person map(Person source, Place person) {
        Place place = person.to("PersonIdentification");
        PersonIdentification target = new PersonIdentification();
        target.setPINPersonInEachInstitution(
                numbers(source.getPersonalIdentificationNumber(), place.to("PINPersonInEachInstitution")));
        place.carry("1.2", "familyName", source.getFamilyName(), "familyName", target::setFamilyName);
        place.carry("1.3", "forenames", source.getForenames(), "forename", target::setForename);
        SexValue sex = new SexValue();
        sex.setValue(Codes.sex(source.getSex()));
        target.setSex(sex);
        if (source.getSex() != null) {
            place.changed("1.3", "sex", "sex/value", SEX);
        }
        place.carry(
                "1.4",
                "familyNameAtBirth",
                source.getFamilyNameAtBirth(),
                "familyNameAtBirth",
                target::setFamilyNameAtBirth);
        place.carry("1.5", "dateOfBirth", source.getDateOfBirth(), "dateBirth", target::setDateBirth);
        birth(source.getPlaceOfBirth(), target, place);
        address(source.getAddress(), place.from("Address"));

        be.kruispunt.documents.jaxb.eessi.Person result = new be.kruispunt.documents.jaxb.eessi.Person();
        result.setPersonIdentification(target);
        result.setAdditionalInformationPerson(nationality(source.getNationality(), person));
        return result;
    }

    private static @Nullable PINPersonInEachInstitution numbers(List<PersonalIdentificationNumber> source, Place pins) {
        if (source.isEmpty()) {
            return null;
        }
        PINPersonInEachInstitution target = new PINPersonInEachInstitution();
        for (int i = 0; i < source.size(); i++) {
            PersonalIdentificationNumber from = source.get(i);
            Place place = pins.in("PersonalIdentificationNumber", i, "PersonalIdentificationNumber", i);
            var to = new be.kruispunt.documents.jaxb.eessi.PersonalIdentificationNumber();
            place.carry(
                    "1.1",
                    "country",
                    from.getCountry(),
                    "country/value",
                    value -> to.setCountry(Values.country(value)));
            place.carry(
                    "1.1",
                    "number",
                    from.getNumber(),
                    "personalIdentificationNumber",
                    to::setPersonalIdentificationNumber);
            target.getPersonalIdentificationNumber().add(to);
        }
        return target;
    }

    private static void birth(@Nullable PlaceOfBirth source, PersonIdentification target, Place person) {
        if (source == null) {
            return;
        }
        Place place = person.in("PlaceOfBirth", "IfPINNotProvidedForEveryInstitutionPleaseProvide/PlaceBirth");
        PlaceBirth birth = new PlaceBirth();
        place.carry("1.7", "town", source.getTown(), "town", birth::setTown);
        place.carry(
                "1.7",
                "country",
                source.getCountry(),
                "country/value",
                value -> birth.setCountry(Values.country(value)));
        BirthAndParents holder = new BirthAndParents();
        holder.setPlaceBirth(birth);
        target.setIfPINNotProvidedForEveryInstitutionPleaseProvide(holder);
    }

    private static @Nullable AdditionalInformationPerson nationality(@Nullable String source, Place place) {
        if (source == null) {
            return null;
        }
        Nationality nationality = new Nationality();
        place.carry(
                "1.6",
                "nationality",
                source,
                "AdditionalInformationPerson/nationality/value[1]",
                nationality.getValue()::add);
        AdditionalInformationPerson target = new AdditionalInformationPerson();
        target.setNationality(nationality);
        return target;
    }

    private static void address(@Nullable PersonAddress source, Place place) {
        if (source != null) {
            place.lose("1.8.1", "street", source.getStreet(), NO_ADDRESS);
            place.lose("1.8.2", "town", source.getTown(), NO_ADDRESS);
            place.lose("1.8.3", "postalCode", source.getPostalCode(), NO_ADDRESS);
            place.lose("1.8.4", "country", source.getCountry(), NO_ADDRESS);
        }
    }
}
