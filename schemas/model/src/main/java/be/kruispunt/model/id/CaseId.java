package be.kruispunt.model.id;

import java.util.UUID;

/** The international identifier of a business case, a UUID. The case owner may choose it; otherwise the hub does. */
public record CaseId(UUID value) implements Comparable<CaseId> {
    /**
     * Reads the canonical form.
     *
     * @throws InvalidIdentifier when the text is no UUID in lower case with dashes
     */
    public static CaseId of(String text) {
        return new CaseId(Uuids.parse("case identifier", text));
    }

    @Override
    public int compareTo(CaseId other) {
        return value.toString().compareTo(other.value.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
