package be.kruispunt.model.message;

import be.kruispunt.model.id.PersonNumber;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the hub must know of a document's content to decide on it, and no more.
 *
 * @param act what the document does in its case: its type's code, or a step of a form, such as {@code BL1-B}
 * @param persons every number of every person whom the document concerns, the principal person's first
 * @param former those among them that the same person has no more: a bis number beside a number of the National Register
 * @param keptBoxes the boxes that later steps of the same form must repeat unchanged: box number to value; empty for
 *     documents that are complete in themselves
 * @param repeatedBoxes the boxes of earlier steps as this document repeats them
 */
public record DocumentFacts(
        String act,
        List<PersonNumber> persons,
        Set<PersonNumber> former,
        Map<String, String> keptBoxes,
        Map<String, String> repeatedBoxes) {
    public DocumentFacts {
        persons = List.copyOf(persons);
        former = Set.copyOf(former);
        keptBoxes = Map.copyOf(keptBoxes);
        repeatedBoxes = Map.copyOf(repeatedBoxes);
    }

    /** Facts of a document without a number that its person has no more. */
    public DocumentFacts(
            String act, List<PersonNumber> persons, Map<String, String> keptBoxes, Map<String, String> repeatedBoxes) {
        this(act, persons, Set.of(), keptBoxes, repeatedBoxes);
    }

    /** The numbers by which the persons are judged. */
    public List<PersonNumber> presentNumbers() {
        return persons.stream().filter(number -> !former.contains(number)).toList();
    }

    /** Boxes hold personal data, so they stay out of the text. */
    @Override
    public String toString() {
        return act + " about " + persons.size() + " person(s)";
    }
}
