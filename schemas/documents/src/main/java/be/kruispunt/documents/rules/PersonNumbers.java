package be.kruispunt.documents.rules;

import be.kruispunt.documents.rules.Places.Place;
import be.kruispunt.model.id.CountryCode;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.id.InvalidIdentifier;
import be.kruispunt.model.id.PersonNumber;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Personal identification numbers where a document has them. Those of one person stand side by side.
 *
 * @param all in document order, each once
 * @param former those that their person has no more: whoever has a number of the National Register is known by it, and
 *     by no bis number that the Crossroads Bank gave before
 */
record PersonNumbers(Set<PersonNumber> all, Set<PersonNumber> former) {
    /**
     * The number that stands there.
     *
     * @throws InvalidIdentifier when it is none; it never repeats it
     */
    static PersonNumber read(Place place) {
        return PersonNumber.of(CountryCode.of(place.text("country")), written(place));
    }

    /** The number as it stands there. */
    static String written(Place place) {
        return place.text("number");
    }

    /**
     * The numbers that stand there.
     *
     * @throws InvalidIdentifier when one of them is none
     */
    static PersonNumbers of(List<Place> places) {
        var persons = new LinkedHashMap<Node, List<PersonNumber>>();
        for (Place place : places) {
            persons.computeIfAbsent(place.element().getParentNode(), person -> new ArrayList<>())
                    .add(read(place));
        }
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

    /** The numbers below the elements that hold what is said of a person: by that element. */
    static IdentityHashMap<Node, List<Place>> byPerson(List<Place> numbers, List<Place> said) {
        var persons = new IdentityHashMap<Node, List<Place>>();
        said.forEach(place -> persons.put(place.element().getParentNode(), new ArrayList<>()));
        for (Place number : numbers) {
            for (Node at = number.element().getParentNode(); at instanceof Element; at = at.getParentNode()) {
                List<Place> person = persons.get(at);
                if (person != null) {
                    person.add(number);
                }
            }
        }
        return persons;
    }
}
