package be.kruispunt.buffer.report;

import be.kruispunt.model.id.BirthDate;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.Validity;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The columns of a line, one after the other; they are separated by semicolons, and those that are left out at its end are empty. */
final class LineColumns {
    /** As long as in the messages. */
    private static final int LONGEST = 155;

    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern BAR = Pattern.compile("\\|");

    private final String[] columns;
    private int next;

    private LineColumns(String line) {
        if (CONTROL.matcher(line).find()) {
            throw new IllegalArgumentException("a line is of characters that can be seen");
        }
        this.columns = line.split(";", -1);
    }

    /** Reads a whole line. Empty where it cannot be read: what was found there stays there, for it may be a person's. */
    static <T> Optional<T> read(String line, Function<LineColumns, T> reader) {
        try {
            var columns = new LineColumns(line);
            T value = reader.apply(columns);
            columns.requireNoMore();
            return Optional.of(value);
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    boolean hasMore() {
        return Arrays.stream(columns).skip(next).anyMatch(column -> !column.isBlank());
    }

    private void requireNoMore() {
        if (hasMore()) {
            throw new IllegalArgumentException("a line has no more columns than its kind");
        }
    }

    Optional<String> optional() {
        String column = next < columns.length ? columns[next].strip() : "";
        next++;
        if (column.length() > LONGEST) {
            throw new IllegalArgumentException("a column has at most " + LONGEST + " characters");
        }
        return column.isEmpty() ? Optional.empty() : Optional.of(column);
    }

    String text() {
        return optional().orElseThrow(() -> new IllegalArgumentException("a column that is needed is empty"));
    }

    /** What may be empty is then the empty text. */
    String anyText() {
        return optional().orElse("");
    }

    /** Several in one column, with bars between them. */
    List<String> texts() {
        return optional().stream()
                .flatMap(BAR::splitAsStream)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    Insz person() {
        return Insz.of(text());
    }

    Optional<Insz> optionalPerson() {
        return optional().map(Insz::of);
    }

    Optional<BirthDate> birthDate() {
        return optional().map(BirthDate::of);
    }

    LocalDate day() {
        return Validity.day(text());
    }

    Optional<LocalDate> optionalDay() {
        return optional().map(Validity::day);
    }

    /** Two columns: the first day, and the last, if there is one; many a data base writes {@link #NEVER} where there is none. */
    Validity validity() {
        return new Validity(day(), optionalDay().filter(day -> !day.equals(NEVER)));
    }
}
