package be.kruispunt.buffer.run;

import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.AskedPerson;
import be.kruispunt.model.rights.CustomerReference;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A line of a file that asks: {@code reference;ssin}, one of them or both; with both, the customer of this reference if he is
 * that person. What cannot be read has neither.
 */
record FileLine(Optional<CustomerReference> reference, Optional<Insz> number) {
    static final FileLine BROKEN = new FileLine(Optional.empty(), Optional.empty());

    private static final int PARTS = 2;

    static FileLine read(String text) {
        String[] parts = text.split(";", -1);
        if (parts.length > PARTS) {
            return BROKEN;
        }
        try {
            return new FileLine(
                    part(parts, 0).map(CustomerReference::of), part(parts, 1).map(Insz::of));
        } catch (IllegalArgumentException e) {
            return BROKEN;
        }
    }

    private static Optional<String> part(String[] parts, int place) {
        return place < parts.length
                ? Optional.of(parts[place].strip()).filter(part -> !part.isEmpty())
                : Optional.empty();
    }

    boolean isBroken() {
        return reference.isEmpty() && number.isEmpty();
    }

    Stream<AskedPerson> asked() {
        return Stream.concat(
                reference.map(AskedPerson.ByReference::new).stream(), number.map(AskedPerson.ByNumber::new).stream());
    }
}
