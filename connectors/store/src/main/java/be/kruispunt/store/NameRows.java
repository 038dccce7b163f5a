package be.kruispunt.store;

import be.kruispunt.model.id.BirthDate;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.PersonIdentity;
import be.kruispunt.model.rights.PersonName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of what persons are called: one report of one register. Nothing that is derived follows from them: births stand by themselves too. */
final class NameRows {
    private static final String OPEN =
            """
            select n.person, n.names, n.born, n.valid_from, n.valid_until from person_name n
            where n.source = ? and n.person = any(?::text[]) and n.known_until is null
            """;

    private static final String CLOSE =
            """
            update person_name n set known_until = ? from unnest(?::text[], ?::date[]) as c (person, valid_from)
            where n.source = ? and n.person = c.person and n.valid_from = c.valid_from and n.known_until is null
            """;

    private static final String ADD =
            """
            insert into person_name (source, told_by, known_from, person, names, born, valid_from, valid_until)
            select ?, ?, ?::timestamptz, n.person, string_to_array(n.names, ' '), n.born, n.valid_from, n.valid_until
            from unnest(?::text[], ?::text[], ?::text[], ?::date[], ?::date[])
                as n (person, names, born, valid_from, valid_until)
            """;

    private record Row(Insz person, Optional<BirthDate> born, PersonName name) {
        static Row read(ResultSet row) throws SQLException {
            return new Row(
                    Insz.of(row.getString("person")),
                    Optional.ofNullable(row.getString("born")).map(BirthDate::of),
                    new PersonName(NameKeys.read(row, "names"), Rows.validity(row)));
        }

        @Nullable
        String written() {
            return born.map(BirthDate::written).orElse(null);
        }
    }

    private final Connection connection;
    private final HouseholdReport report;
    private final Instant moment;

    NameRows(Connection connection, HouseholdReport report, Instant moment) {
        this.connection = connection;
        this.report = report;
        this.moment = moment;
    }

    /** Makes it so. Of what is said twice of one person the last counts. */
    void take() throws SQLException {
        if (report.identities().isEmpty()) {
            return;
        }
        Map<Insz, PersonIdentity> told = report.identities().stream()
                .collect(Collectors.toMap(PersonIdentity::person, identity -> identity, (earlier, later) -> later));
        Set<Row> there = new HashSet<>(open(told.keySet()));
        Set<Row> wanted = told.values().stream()
                .flatMap(identity ->
                        identity.names().stream().map(name -> new Row(identity.person(), identity.born(), name)))
                .collect(Collectors.toSet());
        close(there.stream().filter(row -> !wanted.contains(row)).toList());
        add(wanted.stream().filter(row -> !there.contains(row)).toList());
    }

    private List<Row> open(Collection<Insz> persons) throws SQLException {
        try (var statement = connection.prepareStatement(OPEN)) {
            new Columns(statement).text(report.source().value()).text(persons, Insz::digits);
            return Rows.list(statement.executeQuery(), Row::read);
        }
    }

    private void close(List<Row> rows) throws SQLException {
        if (!rows.isEmpty()) {
            try (var statement = connection.prepareStatement(CLOSE)) {
                new Columns(statement)
                        .moment(moment)
                        .text(rows, row -> row.person().digits())
                        .add("date", rows, row -> row.name().valid().from())
                        .text(report.source().value());
                statement.executeUpdate();
            }
        }
    }

    private void add(List<Row> rows) throws SQLException {
        if (!rows.isEmpty()) {
            try (var statement = connection.prepareStatement(ADD)) {
                new Columns(statement)
                        .text(report.source().value())
                        .text(report.toldBy())
                        .moment(moment)
                        .text(rows, row -> row.person().digits())
                        .text(rows, row -> NameKeys.write(row.name().spellings()))
                        .text(rows, Row::written)
                        .add("date", rows, row -> row.name().valid().from())
                        .add("date", rows, row -> row.name().valid().until().orElse(null));
                statement.executeUpdate();
            }
        }
    }
}
