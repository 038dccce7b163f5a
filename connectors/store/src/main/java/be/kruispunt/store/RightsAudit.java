package be.kruispunt.store;

import be.kruispunt.model.id.AnswerId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.rights.SchemeCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What was asked, and by whom: for the operator, the auditor, and the person himself. */
public final class RightsAudit {
    private static final String ABOUT =
            """
            select a.id, q.asked_at, q.asker, q.scheme, q.purpose, q.authorisation, q.known_at, a.answer
            from unnest(?::text[]) as k (person)
            join rights_answer a on a.person = k.person
            join rights_question q on q.id = a.question
            order by q.asked_at, a.id
            """;

    private static final String ASKERS = "select supplier, strangers, stopped_at from asker order by supplier";

    private static final String SOURCES = "select source, reported_at from status_source";

    private final Database database;

    RightsAudit(Database database) {
        this.database = database;
    }

    /**
     * A question about a person.
     *
     * @param id of the answer
     * @param known the moment for which the answer is true
     * @param answer as it was given, or that the person is not a customer
     */
    public record Asked(
            AnswerId id,
            Instant at,
            InstitutionId asker,
            SchemeCode scheme,
            LegalContext purpose,
            String authorisation,
            Instant known,
            String answer) {
        static Asked read(ResultSet row) throws SQLException {
            return new Asked(
                    new AnswerId(row.getObject("id", UUID.class)),
                    Rows.instant(row, "asked_at"),
                    InstitutionId.of(row.getString("asker")),
                    SchemeCode.of(row.getString("scheme")),
                    LegalContext.of(row.getString("purpose")),
                    row.getString("authorisation"),
                    Rows.instant(row, "known_at"),
                    row.getString("answer"));
        }
    }

    /** Every question about a person, by any of his numbers, the oldest first. */
    public List<Asked> about(Insz number) {
        return database.read(connection -> {
            Set<Insz> numbers = new HashSet<>(Set.of(number));
            new ReplacedNumbers(connection).others(numbers).values().forEach(numbers::addAll);
            try (var statement = connection.prepareStatement(ABOUT)) {
                new Columns(statement).text(numbers, Insz::digits);
                return Rows.list(statement.executeQuery(), Asked::read);
            }
        });
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
