package be.kruispunt.model.rights;

import be.kruispunt.model.id.CodeId;
import java.time.LocalDate;

/**
 * A code that a person can carry. Whoever has it can show it, so {@code toString} does not.
 *
 * @param id its number, by which it can be withdrawn
 * @param from the first day on which it counts
 * @param until the last one
 * @param text what a counter reads
 * @param svg the same as a QR code, to be printed
 */
public record IssuedCode(CodeId id, LocalDate from, LocalDate until, String text, String svg) {
    @Override
    public String toString() {
        return "code " + id;
    }
}
