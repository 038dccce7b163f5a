package be.kruispunt.model.id;

import java.util.UUID;

/** The sender's own identifier of a message (SBDH {@code InstanceIdentifier}), a UUID, unique per sender for ever. */
public record InstanceId(UUID value) implements Comparable<InstanceId> {
    /**
     * Reads the canonical form.
     *
     * @throws InvalidIdentifier when the text is no UUID in lower case with dashes
     */
    public static InstanceId of(String text) {
        return new InstanceId(Uuids.parse("instance identifier", text));
    }

    @Override
    public int compareTo(InstanceId other) {
        return value.toString().compareTo(other.value.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
