package be.kruispunt.hub.register;

import be.kruispunt.model.cases.ProcessCatalogue;
import be.kruispunt.model.message.DocumentType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads single values, or says what was wanted. What it says never repeats the value: it may be a person's number. */
final class Values {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");
    private static final Pattern AUTHORISATION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9/._-]{0,31}");
    private static final Pattern RIGHT = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");
    private static final Pattern NAME =
            Pattern.compile("[^\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cn}\\p{Co}\\p{Cs}]{1,200}");
    /** What the hub itself sends; nobody can be said to take or to send it. */
    private static final Set<String> ANSWERS = Set.of("RECEIPT", "REFUSAL", "N901");

    private final ProcessCatalogue processes;
    private final List<DocumentType> types;

    Values(ProcessCatalogue processes, List<DocumentType> types) {
        this.processes = processes;
        this.types =
                types.stream().filter(type -> !ANSWERS.contains(type.code())).toList();
    }

    static int formatVersion(String text) {
        require(text.equals("1"), "this hub reads register files of version 1");
        return 1;
    }

    static int number(String text) {
        require(NUMBER.matcher(text).matches(), "a number of one to three digits wanted");
        return Integer.parseInt(text);
    }

    static String quality(String text) {
        require(NUMBER.matcher(text).matches(), "a quality code of one to three digits wanted");
        return text;
    }

    static String right(String text) {
        require(RIGHT.matcher(text).matches(), "a status or a scheme such as LIVING_WAGE wanted");
        return text;
    }

    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a day such as 2026-03-01 wanted", e);
        }
    }

    static String authorisationNumber(String text) {
        require(AUTHORISATION.matcher(text).matches(), "a deliberation's number such as 26/014 wanted");
        return text;
    }

    static String name(String text) {
        require(
                NAME.matcher(text).matches() && !text.isBlank(),
                "a name of 1 to 200 characters in one line wanted, without control characters");
        return text;
    }

    static <E extends Enum<E>> E oneOf(Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("one of "
                        + Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))
                        + " wanted"));
    }

    String process(String text) {
        require(
                processes.find(text).isPresent(),
                "the hub does not know this process; it knows " + String.join(", ", processes.alike(text)));
        return text;
    }

    DocumentType type(String text) {
        return types.stream()
                .filter(type -> type.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the hub does not know this document type; it knows "
                        + types.stream().map(DocumentType::toString).collect(Collectors.joining(", "))));
    }

    String documentCode(String text) {
        require(
                types.stream().anyMatch(type -> type.code().equals(text)),
                "the hub does not know this document; it knows "
                        + types.stream().map(DocumentType::code).distinct().collect(Collectors.joining(", ")));
        return text;
    }

    private static void require(boolean holds, String wanted) {
        if (!holds) {
            throw new IllegalArgumentException(wanted);
        }
    }
}
