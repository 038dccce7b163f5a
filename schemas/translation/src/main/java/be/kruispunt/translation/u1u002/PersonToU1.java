package be.kruispunt.translation.u1u002;

import be.kruispunt.documents.jaxb.eessi.AdditionalInformationPerson;
import be.kruispunt.documents.jaxb.eessi.BirthAndParents;
import be.kruispunt.documents.jaxb.eessi.PINPersonInEachInstitution;
import be.kruispunt.documents.jaxb.eessi.PersonIdentification;
import be.kruispunt.documents.jaxb.eessi.PersonalIdentificationNumber;
import be.kruispunt.documents.jaxb.eessi.PlaceBirth;
import be.kruispunt.documents.jaxb.u1.Person;
import be.kruispunt.documents.jaxb.u1.PlaceOfBirth;
import be.kruispunt.translation.report.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The person, as box 1. */
final class PersonToU1 {
    static final String NUMBERS = "Person/PersonIdentification/PINPersonInEachInstitution";

    private static final String SEX = "code list sex: 01 M, 02 F, 98 U";
    private static final String NO_PARENTS = "U1 does not name the parents";

    private PersonToU1() {}

    static Person map(be.kruispunt.documents.jaxb.eessi.Person source, Place person) {
        PersonIdentification from = source.getPersonIdentification();
        Place place = person.from("PersonIdentification");
        Person target = new Person();
        place.carry("familyName", from.getFamilyName(), "familyName", target::setFamilyName);
        place.carry("forename", from.getForename(), "forenames", target::setForenames);
        place.carry("dateBirth", from.getDateBirth(), "dateOfBirth", target::setDateOfBirth);
        target.setSex(Codes.sex(from.getSex().getValue()));
        place.changed("sex/value", "sex", SEX);
        place.carry(
                "familyNameAtBirth", from.getFamilyNameAtBirth(), "familyNameAtBirth", target::setFamilyNameAtBirth);
        place.lose("forenameAtBirth", from.getForenameAtBirth(), "U1 has no forenames at birth");
        numbers(from.getPINPersonInEachInstitution(), target, place.from("PINPersonInEachInstitution"));
        birth(
                from.getIfPINNotProvidedForEveryInstitutionPleaseProvide(),
                target,
                place.from("IfPINNotProvidedForEveryInstitutionPleaseProvide"));
        nationality(source.getAdditionalInformationPerson(), target, person);
        return target;
    }

    private static void numbers(@Nullable PINPersonInEachInstitution source, Person target, Place pins) {
        if (source == null) {
            return;
        }
        List<PersonalIdentificationNumber> numbers = source.getPersonalIdentificationNumber();
        for (int i = 0; i < numbers.size(); i++) {
            PersonalIdentificationNumber from = numbers.get(i);
            Place place = pins.in("PersonalIdentificationNumber", i, "PersonalIdentificationNumber", i);
            var to = new be.kruispunt.documents.jaxb.blocks.PersonalIdentificationNumber();
            place.carry("country/value", Values.of(from.getCountry()), "country", to::setCountry);
            place.carry(
                    "personalIdentificationNumber", from.getPersonalIdentificationNumber(), "number", to::setNumber);
            place.lose("sector/value", from.getSector(), "U1 does not say in which sector a number is used");
            target.getPersonalIdentificationNumber().add(to);
        }
    }

    private static void birth(@Nullable BirthAndParents source, Person target, Place place) {
        if (source == null) {
            return;
        }
        PlaceBirth from = source.getPlaceBirth();
        if (from != null) {
            PlaceOfBirth to = new PlaceOfBirth();
            Place birth = place.in("PlaceBirth", "PlaceOfBirth");
            birth.carry("town", from.getTown(), "town", to::setTown);
            birth.lose("region", from.getRegion(), "box 1.7 is a town and a country");
            birth.carry("country/value", Values.of(from.getCountry()), "country", to::setCountry);
            target.setPlaceOfBirth(to);
        }
        place.lose("fatherFamilyNameAtBirth", source.getFatherFamilyNameAtBirth(), NO_PARENTS);
        place.lose("forenameFather", source.getForenameFather(), NO_PARENTS);
        place.lose("motherFamilyNameAtBirth", source.getMotherFamilyNameAtBirth(), NO_PARENTS);
        place.lose("forenameMother", source.getForenameMother(), NO_PARENTS);
    }

    private static void nationality(@Nullable AdditionalInformationPerson source, Person target, Place person) {
        if (source == null) {
            return;
        }
        List<String> nationalities = source.getNationality().getValue();
        Place place = person.from("AdditionalInformationPerson/nationality");
        for (int i = 0; i < nationalities.size(); i++) {
            String path = "value[" + (i + 1) + ']';
            if (i == 0) {
                place.carry("nationality", path, nationalities.get(i), "nationality", target::setNationality);
            } else {
                place.lose("nationality", path, nationalities.get(i), "U1 has one nationality, the first");
            }
        }
    }
}
