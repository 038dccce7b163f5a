package be.kruispunt.store;

import be.kruispunt.model.id.Insz;
import be.kruispunt.rights.DerivedRight;
import be.kruispunt.rights.Facts;
import be.kruispunt.store.RightsStore.DerivedPage;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Derives persons within a transaction that has taken its moment: whom it concerns and whoever lives with him, and nobody else. */
final class Deriving {
    /** A page of everybody of whom anything is known, and of whom rights stand. */
    private static final String PERSONS =
            """
            select person from (
                (select distinct person from social_status where person > ? order by person limit ?)
                union (select distinct person from household_member where person > ? order by person limit ?)
                union (select distinct person from derived_right where person > ? order by person limit ?)) as known
            order by person limit ?
            """;

    private static final String DUE =
            """
            update rights_due set done_at = clock_timestamp()
            where person in (select person from rights_due where done_at is null order by person limit ? for update)
            returning person
            """;

    private final Connection connection;
    private final Instant moment;
    private final Deriver deriver;

    Deriving(Connection connection, Instant moment, Deriver deriver) {
        this.connection = connection;
        this.moment = moment;
        this.deriver = deriver;
    }

    /** Derives whom a report concerns, and some whose numbers replaced one another since the last one. */
    void withDue(Collection<Insz> changed, int mostDue) throws SQLException {
        var all = new HashSet<>(changed);
        all.addAll(takeDue(mostDue));
        derive(all);
    }

    /** Derives some whose numbers replaced one another since; gives how many were looked at. */
    int due(int most) throws SQLException {
        List<Insz> due = takeDue(most);
        derive(due);
        return due.size();
    }

    private List<Insz> takeDue(int most) throws SQLException {
        try (var statement = connection.prepareStatement(DUE)) {
            statement.setInt(1, most);
            return Rows.list(statement.executeQuery(), row -> Insz.of(row.getString("person")));
        }
    }

    /** A page of everybody. */
    DerivedPage next(Optional<Insz> after, int most) throws SQLException {
        List<Insz> page = persons(after, most);
        int changed = page.isEmpty() ? 0 : deriveOnly(page);
        Optional<Insz> last = page.size() < most ? Optional.empty() : Optional.of(page.getLast());
        return new DerivedPage(last, page.size(), changed);
    }

    private List<Insz> persons(Optional<Insz> after, int most) throws SQLException {
        String from = after.map(Insz::digits).orElse("");
        try (var statement = connection.prepareStatement(PERSONS)) {
            for (int i = 0; i < 3; i++) {
                statement.setString(2 * i + 1, from);
                statement.setInt(2 * i + 2, most);
            }
            statement.setInt(7, most);
            return Rows.list(statement.executeQuery(), row -> Insz.of(row.getString("person")));
        }
    }

    /** Derives these persons and all whose rights follow from what is known of them. */
    private void derive(Collection<Insz> changed) throws SQLException {
        if (!changed.isEmpty()) {
            Facts near = RightsFacts.now(connection, moment).of(changed).facts();
            deriveOnly(near.affectedBy(changed));
        }
    }

    /** Gives how many rows changed. */
    private int deriveOnly(Collection<Insz> persons) throws SQLException {
        RightsFacts.Read read = RightsFacts.now(connection, moment).of(persons);
        var byNumber = new HashMap<Insz, List<DerivedRight>>();
        read.numbers().forEach((person, numbers) -> {
            List<DerivedRight> rights = deriver.rights(person, read.facts());
            numbers.forEach(number -> byNumber.put(number, rights));
        });
        return new DerivedRights(connection, moment).put(byNumber);
    }
}
