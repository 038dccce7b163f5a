package be.kruispunt.model.rights;

import be.kruispunt.model.id.Insz;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The persons at one domicile, as the National Register has it. A household is told as a whole: who is no longer among its
 * members was never one, and who left has a last day.
 *
 * @param id the register's own identifier of the household
 * @param members each with his period; someone who came back stands twice
 * @param addresses where it is and was; none where the register does not tell
 */
public record Household(String id, List<HouseholdMember> members, List<HouseholdAddress> addresses) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._/:-]{1,64}");

    public Household {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "the identifier of a household is 1 to 64 letters, digits, dots, underscores, slashes, colons and"
                            + " dashes");
        }
        members = List.copyOf(members);
        addresses = List.copyOf(addresses);
        Map<Insz, List<Validity>> periods = members.stream()
                .collect(Collectors.groupingBy(
                        HouseholdMember::person, Collectors.mapping(HouseholdMember::valid, Collectors.toList())));
        if (periods.values().stream().anyMatch(Validity::anyOverlap)) {
            throw new IllegalArgumentException("two periods of one member of a household overlap; give him one period");
        }
        if (Validity.anyOverlap(addresses.stream().map(HouseholdAddress::valid).toList())) {
            throw new IllegalArgumentException("a household has one address on a day");
        }
    }

    /** Of which the register tells no address. */
    public Household(String id, List<HouseholdMember> members) {
        this(id, members, List.of());
    }

    @Override
    public String toString() {
        return "a household of " + members.size();
    }
}
