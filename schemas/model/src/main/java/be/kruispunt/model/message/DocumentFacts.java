package be.kruispunt.model.message;

import be.kruispunt.model.id.PersonNumber;
import java.util.List;
import java.util.Map;

/**
 * What the hub must know of a document's content to decide on it, and no more.
 *
 * @param act what the document does in its case: its type's code, or a step of a form, such as {@code BL1-B}
 * @param persons numbers of every person whom the document concerns, the principal person's first
 * @param keptBoxes the boxes that later steps of the same form must repeat unchanged: box number to value; empty for
 *     documents that are complete in themselves
 * @param repeatedBoxes the boxes of earlier steps as this document repeats them
 */
public record DocumentFacts(
        String act, List<PersonNumber> persons, Map<String, String> keptBoxes, Map<String, String> repeatedBoxes) {
    public DocumentFacts {
        persons = List.copyOf(persons);
        keptBoxes = Map.copyOf(keptBoxes);
        repeatedBoxes = Map.copyOf(repeatedBoxes);
    }

    /** Boxes hold personal data, so they stay out of the text. */
    @Override
    public String toString() {
        return act + " about " + persons.size() + " person(s)";
    }
}
