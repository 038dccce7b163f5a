package be.kruispunt.store;

import be.kruispunt.access.Authorisation;
import be.kruispunt.access.Grounds;
import be.kruispunt.access.Period;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.outcome.AuditEntry;
import be.kruispunt.model.outcome.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the register was: who changed what when, and the authorisation by which a message was let through. */
final class RegisterHistory {
    private static final String NEWEST =
            """
            select id, version, changed_at, changed_by, database_role, kind, key, before, after
            from register_change
            order by id desc
            limit ?
            """;

    /** The newest text up to the register by which the message was decided; before V6 the time must do instead. */
    private static final String AUTHORISATIONS =
            """
            select distinct on (key) id, version, changed_at, changed_by, database_role, kind, key, before, after
            from register_change
            where kind = 'authorisation' and key ->> 'number' = any(?)
                and key ->> 'sender' = ? and key ->> 'document_code' = ? and key ->> 'legal_context' = ?
                and case when ? > 0 then version <= ? else changed_at <= ? end
            order by key, id desc
            """;

    private final Database database;
    private final Json json;

    RegisterHistory(Database database, Json json) {
        this.database = database;
        this.json = json;
    }

    /** The newest changes, the newest first. */
    List<RegisterChange> newest(int most) {
        return database.read(connection -> {
            try (var statement = connection.prepareStatement(NEWEST)) {
                statement.setInt(1, most);
                return Rows.list(statement.executeQuery(), this::change);
            }
        });
    }

    List<Authorisation> authorisations(TracedMessage message) {
        Optional<AuditEntry> decided = message.audit().stream()
                .filter(entry -> entry.step() == Step.AUTHORISE && entry.passed())
                .findFirst();
        Optional<Grounds> grounds = decided.flatMap(entry -> Grounds.read(entry.detail()));
        if (grounds.isEmpty() || message.header().isEmpty()) {
            return List.of();
        }
        Header header = message.header().get();
        // What is for the hub itself is delivered to nobody.
        List<InstitutionId> receivers = message.refusal().isPresent()
                ? List.of()
                : Stream.concat(
                                message.deliveries().stream().map(TracedMessage.Delivery::receiver),
                                header.receivers().stream())
                        .toList();
        return asOf(grounds.get(), header, decided.get()).stream()
                .filter(change -> !change.after().isEmpty())
                .map(change -> authorisation(change.after()))
                .filter(authorisation -> receivers.contains(authorisation.receiver()))
                .toList();
    }

    private List<RegisterChange> asOf(Grounds grounds, Header header, AuditEntry decided) {
        return database.read(connection -> {
            try (var statement = connection.prepareStatement(AUTHORISATIONS)) {
                statement.setArray(
                        1, connection.createArrayOf("text", grounds.numbers().toArray()));
                statement.setString(2, header.sender().value());
                statement.setString(3, header.type().code());
                statement.setString(4, header.legalContext().value());
                statement.setLong(5, grounds.register());
                statement.setLong(6, grounds.register());
                statement.setObject(7, OffsetDateTime.ofInstant(decided.at(), ZoneOffset.UTC));
                return Rows.list(statement.executeQuery(), this::change);
            }
        });
    }

    private RegisterChange change(ResultSet row) throws SQLException {
        return new RegisterChange(
                row.getLong("id"),
                row.getLong("version"),
                Rows.instant(row, "changed_at"),
                row.getString("changed_by"),
                row.getString("database_role"),
                row.getString("kind"),
                fields(row.getString("key")),
                fields(row.getString("before")),
                fields(row.getString("after")));
    }

    private SortedMap<String, String> fields(@Nullable String object) {
        return object == null ? new TreeMap<>() : json.toFields(object);
    }

    private Authorisation authorisation(SortedMap<String, String> row) {
        return new Authorisation(
                text(row, "number"),
                InstitutionId.of(text(row, "sender")),
                InstitutionId.of(text(row, "receiver")),
                text(row, "document_code"),
                LegalContext.of(text(row, "legal_context")),
                json.toTexts(text(row, "sender_qualities")),
                json.toTexts(text(row, "receiver_qualities")),
                Integer.parseInt(text(row, "minimum_phase")),
                new Period(
                        LocalDate.parse(text(row, "period_from")),
                        Optional.ofNullable(row.get("period_to")).map(LocalDate::parse)),
                // Before V13 there were none.
                Optional.ofNullable(row.get("rights")).map(json::toTexts).orElse(Set.of()));
    }

    private static String text(SortedMap<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }
}
