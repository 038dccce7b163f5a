package be.kruispunt.store;

import be.kruispunt.access.DirectoryExtract;
import be.kruispunt.access.DirectoryLine;
import be.kruispunt.model.id.Insz;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** What the reference directory says of persons, by all of their numbers. */
final class PersonsInDirectory {
    private static final String LINES =
            """
            select l.insz, l.institution, l.sector, l.quality, l.phase, l.period_from, l.period_to, l.last_change
            from unnest(?::text[]) as k (insz) join directory_line l on l.insz = k.insz
            """;

    private final Connection connection;

    PersonsInDirectory(Connection connection) {
        this.connection = connection;
    }

    DirectoryExtract of(Collection<Insz> persons) throws SQLException {
        Map<Insz, Insz> replacedBy = new ReplacedNumbers(connection).of(persons);
        var numbers = new HashSet<>(persons);
        numbers.addAll(replacedBy.keySet());
        numbers.addAll(replacedBy.values());
        try (var statement = connection.prepareStatement(LINES)) {
            new Columns(statement).text(numbers, Insz::digits);
            List<DirectoryLine> lines = Rows.list(statement.executeQuery(), Rows::directoryLine);
            return new DirectoryExtract(lines, replacedBy);
        }
    }
}
