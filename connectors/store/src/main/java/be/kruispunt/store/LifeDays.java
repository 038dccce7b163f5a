package be.kruispunt.store;

import be.kruispunt.model.id.BirthDate;
import be.kruispunt.model.id.Insz;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Whether the births and deaths that a register reports can be: none is told before it is there, and nobody dies before he is born. */
final class LifeDays {
    private final HouseholdReport report;
    private final Arrival arrival;
    private final Map<Insz, BirthDate> births = new HashMap<>();

    LifeDays(Connection connection, HouseholdReport report) throws SQLException {
        this.report = report;
        this.arrival = Arrival.at(report.arrivedAt());
        if (!report.deaths().isEmpty()) {
            births.putAll(new BirthRows(connection).known(report.deaths().keySet()));
        }
        report.identities().forEach(identity -> identity.born().ifPresent(born -> births.put(identity.person(), born)));
    }

    /** Whether this person can have died when the report says it, if it says so. */
    boolean canHaveDied(Insz person) {
        return report.deaths().getOrDefault(person, Optional.empty()).stream()
                .noneMatch(day -> arrival.isBefore(day) || isBeforeBirth(day, person));
    }

    /** Whether a date of birth can be. */
    boolean canBe(Optional<BirthDate> born) {
        return born.filter(date -> arrival.isBefore(date.earliest())).isEmpty();
    }

    /** A bis number has the date that was known when it was given, often none that is sure: it contradicts nothing. */
    private boolean isBeforeBirth(LocalDate day, Insz person) {
        return Optional.ofNullable(births.get(person))
                .or(() -> person.isBis() ? Optional.empty() : person.birth())
                .filter(born -> day.isBefore(born.earliest()))
                .isPresent();
    }
}
