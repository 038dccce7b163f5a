package be.kruispunt.store;

import be.kruispunt.model.matching.AddressKey;
import be.kruispunt.model.rights.Household;
import be.kruispunt.model.rights.Validity;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The rows of where households live: one report of one register. Nothing that is derived follows from them. */
final class AddressRows {
    private static final String OPEN =
            """
            select a.household, a.address, a.valid_from, a.valid_until from household_address a
            where a.source = ? and a.household = any(?::text[]) and a.known_until is null
            """;

    private static final String CLOSE =
            """
            update household_address a set known_until = ?
            from unnest(?::text[], ?::text[], ?::date[]) as c (household, address, valid_from)
            where a.source = ? and a.household = c.household and a.address = c.address and a.valid_from = c.valid_from
                and a.known_until is null
            """;

    private static final String ADD =
            """
            insert into household_address (source, told_by, known_from, household, address, valid_from, valid_until)
            select ?, ?, ?::timestamptz, n.* from unnest(?::text[], ?::text[], ?::date[], ?::date[]) as n
            """;

    private record Row(String household, AddressKey address, Validity valid) {}

    private final Connection connection;
    private final HouseholdReport report;
    private final Instant moment;

    AddressRows(Connection connection, HouseholdReport report, Instant moment) {
        this.connection = connection;
        this.report = report;
        this.moment = moment;
    }

    /** Makes it so; {@code households}: each once, as it is now. */
    void take(Map<String, Household> households) throws SQLException {
        Set<Row> there = new HashSet<>(open(households.keySet()));
        Set<Row> wanted = households.values().stream()
                .flatMap(household -> household.addresses().stream().flatMap(address -> address.spellings().stream()
                        .map(spelling -> new Row(household.id(), spelling, address.valid()))))
                .collect(Collectors.toSet());
        close(there.stream().filter(row -> !wanted.contains(row)).toList());
        add(wanted.stream().filter(row -> !there.contains(row)).toList());
    }

    private List<Row> open(Collection<String> households) throws SQLException {
        try (var statement = connection.prepareStatement(OPEN)) {
            new Columns(statement).text(report.source().value()).text(households, household -> household);
            return Rows.list(
                    statement.executeQuery(),
                    row -> new Row(
                            row.getString("household"), new AddressKey(row.getString("address")), Rows.validity(row)));
        }
    }

    private void close(List<Row> rows) throws SQLException {
        if (!rows.isEmpty()) {
            try (var statement = connection.prepareStatement(CLOSE)) {
                new Columns(statement)
                        .moment(moment)
                        .text(rows, Row::household)
                        .text(rows, row -> row.address().value())
                        .add("date", rows, row -> row.valid().from())
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
                        .text(rows, Row::household)
                        .text(rows, row -> row.address().value())
                        .add("date", rows, row -> row.valid().from())
                        .add("date", rows, row -> row.valid().until().orElse(null));
                statement.executeUpdate();
            }
        }
    }
}
