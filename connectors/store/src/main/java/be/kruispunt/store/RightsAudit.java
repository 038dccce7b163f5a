package be.kruispunt.store;

import be.kruispunt.model.id.InstitutionId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who asks and who reports: for the operator. For the auditor, and the person himself: {@link #answers}. */
public final class RightsAudit {
    private static final String ASKERS = "select supplier, strangers, stopped_at from asker order by supplier";

    private static final String SOURCES = "select source, reported_at from status_source";

    private static final String DUE = "select count(*) from rights_due where done_at is null";

    private final Database database;

    RightsAudit(Database database) {
        this.database = database;
    }

    /** What was answered, and whom it was about. */
    public AnswerAudit answers() {
        return new AnswerAudit(database);
    }

    /**
     * Who asked about persons that are not his customers.
     *
     * @param strangers how often since somebody looked
     * @param stopped since when his questions are refused
     */
    public record Asker(InstitutionId asker, long strangers, Optional<Instant> stopped) {}

    /** Every asker that was counted. */
    public List<Asker> askers() {
        return database.read(connection -> {
            try (var statement = connection.prepareStatement(ASKERS)) {
                return Rows.list(
                        statement.executeQuery(),
                        row -> new Asker(
                                InstitutionId.of(row.getString("supplier")),
                                row.getLong("strangers"),
                                Optional.ofNullable(row.getObject("stopped_at", OffsetDateTime.class))
                                        .map(OffsetDateTime::toInstant)));
            }
        });
    }

    /** How many persons are to be derived since their numbers replaced one another. */
    public long due() {
        return database.read(connection -> {
            try (var statement = connection.prepareStatement(DUE)) {
                return Rows.list(statement.executeQuery(), row -> row.getLong(1))
                        .getFirst();
            }
        });
    }

    /** When each source reported last. */
    public Map<InstitutionId, Instant> sources() {
        return database.read(connection -> {
            try (var statement = connection.prepareStatement(SOURCES)) {
                return Rows.list(
                                statement.executeQuery(),
                                row -> Map.entry(
                                        InstitutionId.of(row.getString("source")), Rows.instant(row, "reported_at")))
                        .stream()
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
            }
        });
    }
}
