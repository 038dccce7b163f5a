package be.kruispunt.documents.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The currencies of ISO 4217, present and former, from {@code codes/currencies-2026.csv}. */
final class Currencies {
    private static final String FILE = "/be/kruispunt/documents/codes/currencies-2026.csv";
    private static final Map<String, Times> TIMES = read();

    private Currencies() {}

    /** When a currency was money: from and until which month, both inclusive, as far as the file knows. */
    private record Times(Optional<YearMonth> from, Optional<YearMonth> until) {}

    static boolean exists(String code) {
        return TIMES.containsKey(code);
    }

    /** Whether the currency was no more money on this day. */
    static boolean endedBefore(String code, LocalDate day) {
        return times(code).until().filter(YearMonth.from(day)::isAfter).isPresent();
    }

    /** Whether the currency was not yet money on this day. */
    static boolean beganAfter(String code, LocalDate day) {
        return times(code).from().filter(YearMonth.from(day)::isBefore).isPresent();
    }

    private static Times times(String code) {
        return TIMES.getOrDefault(code, new Times(Optional.empty(), Optional.empty()));
    }

    private static Map<String, Times> read() {
        try (InputStream in = Currencies.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(",", -1))
                    .collect(Collectors.toUnmodifiableMap(
                            line -> line[0], line -> new Times(month(line[1]), month(line[2]))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<YearMonth> month(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(YearMonth.parse(text));
    }
}
