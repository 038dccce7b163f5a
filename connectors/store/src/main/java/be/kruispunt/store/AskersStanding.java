package be.kruispunt.store;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.rights.AskedPerson;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What holds for all questions of some askers now; nobody is looked up for it.
 *
 * @param register the version of the register by which is decided
 * @param known the moment of the last change
 * @param stopped whose questions are stopped until somebody looks
 * @param reported when each source reported last
 */
public record AskersStanding(
        long register, Instant known, Set<InstitutionId> stopped, Map<InstitutionId, Instant> reported) {
    private static final String STANDING =
            """
            select v.version, m.at, array(select a.supplier from asker a
                    where a.supplier = any(?::text[]) and a.stopped_at is not null) as stopped,
                s.source, s.reported_at
            from register_version v cross join rights_moment m left join status_source s on true
            """;

    public AskersStanding {
        stopped = Set.copyOf(stopped);
        reported = Map.copyOf(reported);
    }

    private record Row(
            long register, Instant known, List<String> stopped, @Nullable String source, @Nullable Instant reported) {}

    static AskersStanding of(Connection connection, Collection<InstitutionId> askers) throws SQLException {
        List<Row> rows = rows(connection, askers);
        var reported = new HashMap<InstitutionId, Instant>();
        for (Row row : rows) {
            if (row.source() != null && row.reported() != null) {
                reported.put(InstitutionId.of(row.source()), row.reported());
            }
        }
        Row any = rows.getFirst();
        return new AskersStanding(
                any.register(),
                any.known(),
                any.stopped().stream().map(InstitutionId::of).collect(Collectors.toSet()),
                reported);
    }

    private static List<Row> rows(Connection connection, Collection<InstitutionId> askers) throws SQLException {
        try (var statement = connection.prepareStatement(STANDING)) {
            new Columns(statement).text(askers, InstitutionId::value);
            return Rows.list(
                    statement.executeQuery(),
                    row -> new Row(
                            row.getLong("version"),
                            Rows.instant(row, "at"),
                            Rows.texts(row, "stopped"),
                            row.getString("source"),
                            row.getString("source") == null ? null : Rows.instant(row, "reported_at")));
        }
    }

    /** The facts for a question of one of them, with the customers whom it may be about. */
    AskedFacts facts(InstitutionId asker, Map<AskedPerson, List<CustomerRights>> customers) {
        return new AskedFacts(known, stopped.contains(asker), reported, customers);
    }
}
