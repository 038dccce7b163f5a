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
    private static final String REPLACED =
            """
            select r.insz, r.replaced_by
            from (select distinct insz from numbers_of(?::text[])) p join replaced_number r on r.insz = p.insz
            """;

    private static final String OTHERS = "select asked, insz from numbers_of(?::text[]) where asked <> insz";

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
