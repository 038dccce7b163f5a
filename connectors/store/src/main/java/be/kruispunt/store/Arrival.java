package be.kruispunt.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The day in Belgium on which a report arrived: of a later one nobody can have known then.
 *
 * @param day absent where it is told otherwise than by message
 */
record Arrival(Optional<LocalDate> day) {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    static Arrival at(Optional<Instant> moment) {
        return new Arrival(moment.map(at -> LocalDate.ofInstant(at, BRUSSELS)));
    }

    boolean isBefore(LocalDate other) {
        return day.filter(arrived -> arrived.isBefore(other)).isPresent();
    }
}
