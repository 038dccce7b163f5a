package be.kruispunt.store;

import be.kruispunt.model.id.Insz;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Numbers of one person that replaced one another. */
final class ReplacedNumbers {
    private static final String REPLACED =
            """
            select r.insz, r.replaced_by
            from (select distinct insz from numbers_of(?::text[])) p join replaced_number r on r.insz = p.insz
            """;

    /** All that ever were one with these by the register's history, and of these the pairs that stood at the moment. */
    private static final String REPLACED_THEN =
            """
            with recursive ever (insz) as (
                select k.insz from unnest(?::text[]) as k (insz)
                union
                select other.insz from ever cross join lateral (
                    select c.after ->> 'replaced_by' from register_change c
                    where c.kind = 'replaced_number' and c.key ?? 'insz' and c.key ->> 'insz' = ever.insz and c.after is not null
                    union all
                    select c.key ->> 'insz' from register_change c
                    where c.kind = 'replaced_number' and c.after ->> 'replaced_by' = ever.insz) as other (insz)
            )
            select ever.insz, stood.replaced_by from ever join lateral (
                select c.after ->> 'replaced_by' as replaced_by from register_change c
                where c.kind = 'replaced_number' and c.key ?? 'insz' and c.key ->> 'insz' = ever.insz and c.changed_at <= ?
                order by c.id desc limit 1) as stood on stood.replaced_by is not null
            """;

    private static final String OTHERS = "select asked, insz from numbers_of(?::text[]) where asked <> insz";

    private record Pair(Insz one, Insz other) {}

    private final Connection connection;

    ReplacedNumbers(Connection connection) {
        this.connection = connection;
    }

    /** Every replacement among the numbers of these persons: number to the one that replaced it. */
    Map<Insz, Insz> of(Collection<Insz> persons) throws SQLException {
        return pairs(REPLACED, columns -> columns.text(persons, Insz::digits)).stream()
                .collect(Collectors.toMap(Pair::one, Pair::other));
    }

    /** The same, as it stood at a moment. */
    Map<Insz, Insz> of(Collection<Insz> persons, Instant known) throws SQLException {
        return pairs(REPLACED_THEN, columns -> columns.text(persons, Insz::digits)
                        .moment(known))
                .stream()
                .collect(Collectors.toMap(Pair::one, Pair::other));
    }

    /** The other numbers of persons; who has none is not in the answer. */
    Map<Insz, Set<Insz>> others(Collection<Insz> persons) throws SQLException {
        return pairs(OTHERS, columns -> columns.text(persons, Insz::digits)).stream()
                .collect(Collectors.groupingBy(Pair::one, Collectors.mapping(Pair::other, Collectors.toSet())));
    }

    private interface Filling {
        void fill(Columns columns) throws SQLException;
    }

    private Collection<Pair> pairs(String question, Filling filling) throws SQLException {
        try (var statement = connection.prepareStatement(question)) {
            filling.fill(new Columns(statement));
            return Rows.list(
                    statement.executeQuery(), row -> new Pair(Insz.of(row.getString(1)), Insz.of(row.getString(2))));
        }
    }
}
