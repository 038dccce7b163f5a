package be.kruispunt.access;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * On what ground a message was let through, as the audit keeps it in one line: {@code authorisation 26/001, register 17}.
 *
 * @param numbers the numbers of the authorisations
 * @param register the version of the register in which they stood; 0 where that was not noted
 */
public record Grounds(List<String> numbers, long register) {
    private static final Pattern LINE = Pattern.compile("authorisation (.+?)(?:, register (\\d{1,18}))?");

    public Grounds {
        numbers = List.copyOf(numbers);
    }

    /** Reads what {@link #toString} wrote, this version's or an earlier one's. */
    public static Optional<Grounds> read(String line) {
        Matcher found = LINE.matcher(line);
        if (!found.matches()) {
            return Optional.empty();
        }
        String register = found.group(2);
        return Optional.of(
                new Grounds(List.of(found.group(1).split(", ")), register == null ? 0 : Long.parseLong(register)));
    }

    @Override
    public String toString() {
        return "authorisation " + String.join(", ", numbers) + (register == 0 ? "" : ", register " + register);
    }
}
