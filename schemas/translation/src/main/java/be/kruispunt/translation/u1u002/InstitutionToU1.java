package be.kruispunt.translation.u1u002;

import be.kruispunt.documents.jaxb.eessi.Institution;
import be.kruispunt.documents.jaxb.eessi.LocalCaseNumber;
import be.kruispunt.documents.jaxb.eessi.PersonalIdentificationNumber;
import be.kruispunt.documents.jaxb.u002.U002;
import be.kruispunt.documents.jaxb.u1.U1;
import be.kruispunt.translation.Issue;
import be.kruispunt.translation.report.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Box 7. A SED names institutions of both sides beside case numbers and personal numbers, and does not say which of
 * them sends it: a case number of the receiver alone is common. The message says it. Without a message box 7 stays away
 * and the form is not valid, rather than issued by a guess.
 */
final class InstitutionToU1 {
    private static final String CASE = "U1 has no case numbers; the header of the message names the case";
    private static final String ANOTHER = "U1 names its issuer only";

    private InstitutionToU1() {}

    /** An institution that the SED names, and where. */
    private record Named(Institution institution, Place place) {}

    static void map(U002 source, @Nullable Issue issue, U1 target, Place root) {
        be.kruispunt.documents.jaxb.u1.Institution box = null;
        if (issue != null) {
            box = new be.kruispunt.documents.jaxb.u1.Institution();
            box.setIdentificationNumber(issue.institution().value());
            box.setCountry(issue.institution().value().substring(0, 2));
            box.setDate(issue.date());
            target.setInstitution(box);
        }
        for (Named each : named(source, root)) {
            account(each, box);
        }
        cases(source, root);
    }

    private static List<Named> named(U002 source, Place root) {
        List<Named> named = new ArrayList<>();
        if (source.getLocalCaseNumbers() != null) {
            List<LocalCaseNumber> cases = source.getLocalCaseNumbers().getLocalCaseNumber();
            for (int i = 0; i < cases.size(); i++) {
                add(cases.get(i).getInstitution(), root.from("LocalCaseNumbers/LocalCaseNumber", i), named);
            }
        }
        var pins = source.getPerson().getPersonIdentification().getPINPersonInEachInstitution();
        if (pins != null) {
            List<PersonalIdentificationNumber> numbers = pins.getPersonalIdentificationNumber();
            Place place = root.from(PersonToU1.NUMBERS);
            for (int i = 0; i < numbers.size(); i++) {
                add(numbers.get(i).getInstitution(), place.from("PersonalIdentificationNumber", i), named);
            }
        }
        return named;
    }

    private static void add(@Nullable Institution institution, Place holder, List<Named> named) {
        if (institution != null) {
            named.add(new Named(institution, holder.in("Institution", "Institution")));
        }
    }

    private static void account(Named named, be.kruispunt.documents.jaxb.u1.@Nullable Institution box) {
        Institution institution = named.institution;
        if (box == null || !institution.getInstitutionID().equals(box.getIdentificationNumber())) {
            named.place.lose("institutionID", institution.getInstitutionID(), ANOTHER);
            named.place.lose("institutionName", institution.getInstitutionName(), ANOTHER);
            return;
        }
        named.place.carry(
                "institutionID", institution.getInstitutionID(), "identificationNumber", box::setIdentificationNumber);
        if (box.getName() == null || box.getName().equals(institution.getInstitutionName())) {
            named.place.carry("institutionName", institution.getInstitutionName(), "name", box::setName);
        } else {
            named.place.lose("institutionName", institution.getInstitutionName(), "box 7.1 has another name of it");
        }
    }

    private static void cases(U002 source, Place root) {
        if (source.getLocalCaseNumbers() == null) {
            return;
        }
        List<LocalCaseNumber> cases = source.getLocalCaseNumbers().getLocalCaseNumber();
        for (int i = 0; i < cases.size(); i++) {
            Place place = root.from("LocalCaseNumbers/LocalCaseNumber", i);
            place.lose("country/value", cases.get(i).getCountry(), CASE);
            place.lose("caseNumber", cases.get(i).getCaseNumber(), CASE);
        }
    }
}
