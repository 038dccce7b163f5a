package be.kruispunt.documents.rules;

import be.kruispunt.documents.xml.Elements;
import be.kruispunt.model.id.CountryCode;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.id.InvalidIdentifier;
import be.kruispunt.model.id.PersonNumber;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Personal identification numbers as elements: forms and SEDs write them a little differently. Those of one person stand
 * side by side.
 *
 * @param all in document order, each once
 * @param former those that their person has no more: whoever has a number of the National Register is known by it, and
 *     by no bis number that the Crossroads Bank gave before
 */
record PersonNumbers(Set<PersonNumber> all, Set<PersonNumber> former) {
    static boolean is(Element element) {
        String name = Elements.name(element);
        return name.equals("PersonalIdentificationNumber") || name.equals("RegistrationNumber");
    }

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
        return PersonNumber.of(CountryCode.of(Elements.text(element, "country").strip()), written(element));
    }

    /** The number as it stands there. */
    static String written(Element element) {
        String number = Elements.text(element, "number");
        return number.isEmpty() ? Elements.text(element, "personalIdentificationNumber") : number;
    }

    /**
     * The numbers in this element.
     *
     * @throws InvalidIdentifier when one of them is none
     */
    static PersonNumbers below(Element element) {
        var persons = new LinkedHashMap<Node, List<PersonNumber>>();
        Walk.each(element, each -> {
            if (is(each)) {
                persons.computeIfAbsent(each.getParentNode(), person -> new ArrayList<>())
                        .add(read(each));
            }
        });
        var all = new LinkedHashSet<PersonNumber>();
        var former = new HashSet<PersonNumber>();
        for (List<PersonNumber> numbers : persons.values()) {
            all.addAll(numbers);
            if (numbers.stream().anyMatch(number -> number instanceof Insz insz && !insz.isBis())) {
                numbers.stream()
                        .filter(number -> number instanceof Insz insz && insz.isBis())
                        .forEach(former::add);
            }
        }
        return new PersonNumbers(all, former);
    }
}
