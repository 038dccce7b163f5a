package be.kruispunt.store;

import be.kruispunt.model.id.Insz;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Numbers of one person that replaced one another. */
final class ReplacedNumbers {
    /** As in look-up.sql: UNION ends where a number comes a second time, so also where the replacements go round. */
    private static final String REPLACED =
            """
            with recursive person (insz) as (
                select unnest(?::text[])
                union
                select other.insz
                from person p cross join lateral (
                    select r.replaced_by from replaced_number r where r.insz = p.insz
                    union all
                    select r.insz from replaced_number r where r.replaced_by = p.insz) as other (insz)
            )
            select r.insz, r.replaced_by from person p join replaced_number r on r.insz = p.insz
            """;

    private static final String OTHERS =
            """
            with recursive person (asked, insz) as (
                select k.number, k.number from unnest(?::text[]) as k (number)
                union
                select p.asked, other.insz
                from person p cross join lateral (
                    select r.replaced_by from replaced_number r where r.insz = p.insz
                    union all
                    select r.insz from replaced_number r where r.replaced_by = p.insz) as other (insz)
            )
            select asked, insz from person where asked <> insz
            """;

    private record Pair(Insz one, Insz other) {}

    private final Connection connection;

    ReplacedNumbers(Connection connection) {
        this.connection = connection;
    }

    /** Every replacement among the numbers of these persons: number to the one that replaced it. */
    Map<Insz, Insz> of(Collection<Insz> persons) throws SQLException {
        return pairs(REPLACED, persons).stream().collect(Collectors.toMap(Pair::one, Pair::other));
    }

    /** The other numbers of persons; who has none is not in the answer. */
    Map<Insz, Set<Insz>> others(Collection<Insz> persons) throws SQLException {
        return pairs(OTHERS, persons).stream()
                .collect(Collectors.groupingBy(Pair::one, Collectors.mapping(Pair::other, Collectors.toSet())));
    }

    private Collection<Pair> pairs(String question, Collection<Insz> persons) throws SQLException {
        try (var statement = connection.prepareStatement(question)) {
            new Columns(statement).text(persons, Insz::digits);
            return Rows.list(
                    statement.executeQuery(), row -> new Pair(Insz.of(row.getString(1)), Insz.of(row.getString(2))));
        }
    }
}
