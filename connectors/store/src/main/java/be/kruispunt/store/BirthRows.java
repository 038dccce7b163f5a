package be.kruispunt.store;

import be.kruispunt.model.id.BirthDate;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.PersonIdentity;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows of births: one report of one register. A date is told of a number, and of no other that the person had. */
final class BirthRows {
    private static final String OPEN =
            """
            select b.person, b.born from unnest(?::text[]) as k (person) join birth b on b.person = k.person
            where b.known_until is null
            """;

    private static final String CLOSE =
            """
            update birth b set known_until = ? where b.person = any(?::text[]) and b.known_until is null
            """;

    private static final String ADD =
            """
            insert into birth (told_by, known_from, person, born)
            select ?, ?::timestamptz, n.* from unnest(?::text[], ?::text[]) as n
            """;

    private final Connection connection;

    BirthRows(Connection connection) {
        this.connection = connection;
    }

    /** What is known now of the births of these; who is not in the answer has none told. */
    Map<Insz, BirthDate> known(Collection<Insz> persons) throws SQLException {
        var known = new HashMap<Insz, BirthDate>();
        try (var statement = connection.prepareStatement(OPEN)) {
            new Columns(statement).text(persons, Insz::digits);
            Rows.list(
                    statement.executeQuery(),
                    row -> known.put(Insz.of(row.getString("person")), BirthDate.of(row.getString("born"))));
        }
        return known;
    }

    /**
     * Makes it so. Of what is said twice of one person the last counts.
     *
     * @return whose birth is another than it was
     */
    Set<Insz> take(List<PersonIdentity> told, String toldBy, Instant moment) throws SQLException {
        if (told.isEmpty()) {
            return Set.of();
        }
        var wanted = new HashMap<Insz, Optional<BirthDate>>();
        told.forEach(identity -> wanted.put(identity.person(), identity.born()));
        Map<Insz, BirthDate> known = known(wanted.keySet());
        var changed = new HashSet<>(wanted.keySet());
        changed.removeIf(person -> Optional.ofNullable(known.get(person)).equals(wanted.get(person)));
        close(changed, moment);
        add(
                changed.stream()
                        .flatMap(person -> wanted.getOrDefault(person, Optional.empty()).stream()
                                .map(born -> new Birth(person, born)))
                        .toList(),
                toldBy,
                moment);
        return changed;
    }

    private record Birth(Insz person, BirthDate born) {}

    private void close(Set<Insz> persons, Instant moment) throws SQLException {
        if (!persons.isEmpty()) {
            try (var statement = connection.prepareStatement(CLOSE)) {
                new Columns(statement).moment(moment).text(persons, Insz::digits);
                statement.executeUpdate();
            }
        }
    }

    private void add(List<Birth> births, String toldBy, Instant moment) throws SQLException {
        if (!births.isEmpty()) {
            try (var statement = connection.prepareStatement(ADD)) {
                new Columns(statement)
                        .text(toldBy)
                        .moment(moment)
                        .text(births, birth -> birth.person().digits())
                        .text(births, birth -> birth.born().written());
                statement.executeUpdate();
            }
        }
    }
}
