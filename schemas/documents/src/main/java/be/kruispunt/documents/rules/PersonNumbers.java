package be.kruispunt.documents.rules;

import be.kruispunt.documents.xml.Elements;
import be.kruispunt.model.id.CountryCode;
import be.kruispunt.model.id.InvalidIdentifier;
import be.kruispunt.model.id.PersonNumber;
import java.util.Optional;
import org.w3c.dom.Element;

/** Personal identification numbers as elements: forms and SEDs write them a little differently. */
final class PersonNumbers {
    private PersonNumbers() {}

    /** What is wrong with the number, if anything; never repeats it. */
    static Optional<String> problem(Element element) {
        try {
            read(element);
            return Optional.empty();
        } catch (InvalidIdentifier e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    static PersonNumber read(Element element) {
        String country = Elements.text(element, "country").strip();
        String number = Elements.text(element, "number");
        return PersonNumber.of(
                CountryCode.of(country),
                number.isEmpty() ? Elements.text(element, "personalIdentificationNumber") : number);
    }
}
