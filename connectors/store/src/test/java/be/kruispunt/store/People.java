package be.kruispunt.store;

import be.kruispunt.model.id.Insz;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Any number of invented people, all different. */
final class People {
    private static final int PER_DAY = 900;

    private People() {}

    static Stream<Insz> some(int number) {
        return IntStream.range(0, number).mapToObj(People::person);
    }

    private static Insz person(int n) {
        LocalDate birth = LocalDate.of(1930, 1, 1).plusDays(n / PER_DAY);
        String nine = birth.format(DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT))
                + String.format(Locale.ROOT, "%03d", n % PER_DAY + 1);
        return Insz.of(nine + String.format(Locale.ROOT, "%02d", 97 - Long.parseLong(nine) % 97));
    }
}
