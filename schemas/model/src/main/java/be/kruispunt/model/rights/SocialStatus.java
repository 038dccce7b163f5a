package be.kruispunt.model.rights;

import be.kruispunt.model.id.Insz;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * A social status as its authentic source decided it. Personal data: {@code toString} shows nothing of it.
 *
 * @param person who has it
 * @param status which
 * @param valid when
 * @param decided the day of the decision, from which some rights count; it may lie after the first day of validity
 * @param reference the source's own identifier of the decision: a correction or withdrawal names it again
 */
public record SocialStatus(Insz person, StatusCode status, Validity valid, LocalDate decided, String reference) {
    private static final Pattern REFERENCE = Pattern.compile("[\\p{Graph}&&\\p{ASCII}]{1,64}");

    public SocialStatus {
        checkReference(reference);
    }

    static void checkReference(String reference) {
        if (!REFERENCE.matcher(reference).matches()) {
            throw new IllegalArgumentException(
                    "the reference of a decision is 1 to 64 printable characters of ASCII without spaces");
        }
    }

    @Override
    public String toString() {
        return "a status of " + person;
    }
}
