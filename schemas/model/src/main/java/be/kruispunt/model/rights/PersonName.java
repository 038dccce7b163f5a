package be.kruispunt.model.rights;

import be.kruispunt.model.matching.NameKey;
import java.util.Set;

/**
 * An official name, and when a person has it.
 *
 * @param spellings by the first of the given names, by the first two, and so on
 */
public record PersonName(Set<NameKey> spellings, Validity valid) {
    public PersonName {
        spellings = Set.copyOf(spellings);
    }

    @Override
    public String toString() {
        return "a name";
    }
}
