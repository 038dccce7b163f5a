package be.kruispunt.store;

import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.SchemeCode;
import be.kruispunt.model.rights.Validity;
import be.kruispunt.rights.DerivedRight;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The rows of rights: what no longer follows is closed, what now follows is added, and the rest is left as it is. */
final class DerivedRights {
    private static final String KNOWN =
            """
            select r.person, r.scheme, r.version, r.line, r.certain, r.valid_from, r.valid_until
            from unnest(?::text[]) as k (person) join derived_right r on r.person = k.person
            where r.known_from <= ? and (r.known_until is null or r.known_until > ?)
            order by r.person, r.scheme, r.valid_from
            """;

    private static final String CLOSE =
            """
            update derived_right r set known_until = ?
            from unnest(?::text[], ?::text[], ?::date[]) as c (person, scheme, valid_from)
            where r.person = c.person and r.scheme = c.scheme and r.valid_from = c.valid_from and r.known_until is null
            """;

    private static final String ADD =
            """
            insert into derived_right
                (person, scheme, version, line, certain, valid_from, valid_until, known_from)
            select n.*, ?::timestamptz
            from unnest(?::text[], ?::text[], ?::text[], ?::smallint[], ?::boolean[], ?::date[], ?::date[]) as n
            """;

    /** A right by one number of its person. */
    private record Row(Insz number, DerivedRight right) {
        static Row read(ResultSet row) throws SQLException {
            return new Row(Insz.of(row.getString("person")), DerivedRights.right(row));
        }
    }

    private final Connection connection;
    private final Instant moment;

    DerivedRights(Connection connection, Instant moment) {
        this.connection = connection;
        this.moment = moment;
    }

    private static DerivedRight right(ResultSet row) throws SQLException {
        return right(row, Rows.validity(row));
    }

    /** Of the columns {@code right_from} and {@code right_until}; empty where nothing was joined. */
    static Optional<DerivedRight> found(ResultSet row) throws SQLException {
        return row.getString("scheme") == null
                ? Optional.empty()
                : Optional.of(right(row, Rows.validity(row, "right_from", "right_until")));
    }

    private static DerivedRight right(ResultSet row, Validity valid) throws SQLException {
        return new DerivedRight(
                SchemeCode.of(row.getString("scheme")),
                row.getString("version"),
                row.getInt("line"),
                row.getBoolean("certain"),
                valid);
    }

    /** The rights that stand by these numbers as of the moment. */
    Map<Insz, List<DerivedRight>> of(Collection<Insz> numbers) throws SQLException {
        var rights = new HashMap<Insz, List<DerivedRight>>();
        for (Row row : rows(numbers)) {
            rights.computeIfAbsent(row.number(), any -> new ArrayList<>()).add(row.right());
        }
        return rights;
    }

    private List<Row> rows(Collection<Insz> numbers) throws SQLException {
        try (var statement = connection.prepareStatement(KNOWN)) {
            new Columns(statement).text(numbers, Insz::digits).moment(moment).moment(moment);
            return Rows.list(statement.executeQuery(), Row::read);
        }
    }

    /** Makes these the rights by these numbers, and gives how many rows were closed or added. */
    int put(Map<Insz, List<DerivedRight>> byNumber) throws SQLException {
        var wanted = new HashSet<Row>();
        byNumber.forEach((number, rights) -> rights.forEach(right -> wanted.add(new Row(number, right))));
        Set<Row> there = new HashSet<>(rows(byNumber.keySet()));
        List<Row> closed = there.stream().filter(row -> !wanted.contains(row)).toList();
        List<Row> added = wanted.stream().filter(row -> !there.contains(row)).toList();
        close(closed);
        add(added);
        if (!closed.isEmpty()) {
            RightsCodes.rightsChanged(
                    connection, moment, closed.stream().map(Row::number).collect(Collectors.toSet()));
        }
        return closed.size() + added.size();
    }

    private void close(List<Row> rows) throws SQLException {
        if (!rows.isEmpty()) {
            try (var statement = connection.prepareStatement(CLOSE)) {
                new Columns(statement)
                        .moment(moment)
                        .text(rows, row -> row.number().digits())
                        .text(rows, row -> row.right().scheme().value())
                        .add("date", rows, DerivedRights::from);
                statement.executeUpdate();
            }
        }
    }

    private void add(List<Row> rows) throws SQLException {
        if (!rows.isEmpty()) {
            try (var statement = connection.prepareStatement(ADD)) {
                new Columns(statement)
                        .moment(moment)
                        .text(rows, row -> row.number().digits())
                        .text(rows, row -> row.right().scheme().value())
                        .text(rows, row -> row.right().version())
                        .add("int2", rows, row -> row.right().line())
                        .add("bool", rows, row -> row.right().certain())
                        .add("date", rows, DerivedRights::from)
                        .add("date", rows, row -> row.right().valid().until().orElse(null));
                statement.executeUpdate();
            }
        }
    }

    private static LocalDate from(Row row) {
        return row.right().valid().from();
    }
}
