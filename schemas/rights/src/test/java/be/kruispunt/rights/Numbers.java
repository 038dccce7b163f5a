package be.kruispunt.rights;

import be.kruispunt.model.id.Insz;
import java.util.Locale;

/** Numbers of invented persons, with valid check digits. */
final class Numbers {
    private Numbers() {}

    /** The number of somebody, born on a day of which month and day may be 00: {@code 1979-04-12}. */
    static Insz born(String day, int serial) {
        String nine = day.substring(2, 4)
                + day.substring(5, 7)
                + day.substring(8, 10)
                + String.format(Locale.ROOT, "%03d", serial);
        long number = Long.parseLong(day.compareTo("2000") < 0 ? nine : "2" + nine);
        return new Insz(nine + String.format(Locale.ROOT, "%02d", 97 - number % 97));
    }
}
