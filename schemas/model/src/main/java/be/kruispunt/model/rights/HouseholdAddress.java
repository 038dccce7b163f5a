package be.kruispunt.model.rights;

import be.kruispunt.model.matching.AddressKey;
import java.util.Set;

/**
 * Where a household has its domicile, and when.
 *
 * @param spellings one, or one for each language in which its street has a name
 */
public record HouseholdAddress(Set<AddressKey> spellings, Validity valid) {
    public HouseholdAddress {
        spellings = Set.copyOf(spellings);
    }

    @Override
    public String toString() {
        return "an address";
    }
}
