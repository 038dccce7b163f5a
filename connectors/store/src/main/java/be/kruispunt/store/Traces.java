package be.kruispunt.store;

import be.kruispunt.model.cases.CaseFile;
import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstanceId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.outcome.AuditEntry;
import be.kruispunt.model.outcome.RefusalCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What happened to messages: for the operator, the auditor, and the citizen who asks. */
final class Traces {
    private static final String MESSAGES =
            """
            select m.ticket, m.institution, m.digest, m.received_at, m.refusal, m.case_id, m.sender, m.receivers,
                exists (select from queued q where q.ticket = m.ticket) as delivered,
                m.document_code, m.document_version, m.instance, m.created_at, m.process, m.named_case,
                m.legal_context, a.entries
            from message m left join audit a on a.ticket = m.ticket
            where %s
            order by m.received_at, m.ticket
            """;
    /** Under every number that the person has or had; only Belgian numbers are replaced. */
    private static final String ABOUT_PERSON =
            """
            m.ticket in (
                with recursive person (country, number) as (
                    select ?::text, ?::text
                    union
                    select p.country, other.insz
                    from person p cross join lateral (
                        select r.replaced_by from replaced_number r where r.insz = p.number
                        union all
                        select r.insz from replaced_number r where r.replaced_by = p.number) as other (insz)
                    where p.country = 'BE'
                )
                select about.ticket
                from person p join message_person about on about.country = p.country and about.number = p.number)
            """;

    /** By the keys that begin with the institution: everyone who handed something in is registered, or was. */
    private static final String BY_SOMEBODY = "m.institution in (select id from institution union"
            + " select key ->> 'id' from register_change where kind = 'institution')";

    /** A mark comes with the next batch, so a receiver may have been faster: what it took or rejected was queued by then. */
    private static final String DELIVERIES =
            """
            select d.ticket, d.receiver, d.document_code, d.document_version, d.digest,
                least(q.queued_at, s.taken_at, s.returned_at) as queued_at, s.taken_at, s.returned_at
            from delivery d
                left join queued q on q.ticket = d.ticket
                left join delivery_state s
                    on s.ticket = d.ticket and s.receiver = d.receiver and s.document_code = d.document_code
            where d.ticket = any(?)
            order by d.ticket, d.receiver, d.document_code
            """;

    private static final String EVIDENCE = "select received, answer from evidence where ticket = ?";

    private final Database database;
    private final Cases cases;
    private final Json json;

    Traces(Database database, Cases cases, Json json) {
        this.database = database;
        this.cases = cases;
        this.json = json;
    }

    /** A condition on messages, with its parameters. */
    private record Condition(String sql, List<Object> parameters) {
        static Condition of(TraceQuery query) {
            return switch (query) {
                case TraceQuery.ByTicket(var ticket) -> new Condition("m.ticket = ?", List.of(ticket.value()));
                case TraceQuery.ByInstance(var instance) ->
                    new Condition(
                            "m.instance = ? and (not m.owns_identifier or m.owns_identifier and " + BY_SOMEBODY + ")",
                            List.of(instance.value()));
                case TraceQuery.ByDigest(var digest) ->
                    new Condition("m.digest = ? and " + BY_SOMEBODY, List.of(digest.bytes()));
                case TraceQuery.ByCase(var caseId) -> new Condition("m.case_id = ?", List.of(caseId.value()));
                case TraceQuery.ByPerson(var person) ->
                    new Condition(ABOUT_PERSON, List.of(person.country().value(), person.digits()));
            };
        }
    }

    /** A message's row. */
    private record Row(
            Ticket ticket,
            InstitutionId user,
            Digest digest,
            Instant receivedAt,
            Optional<Header> header,
            Optional<RefusalCode> refusal,
            boolean delivered,
            Optional<CaseId> caseId,
            List<AuditEntry> audit) {}

    private record Sent(Ticket ticket, TracedMessage.Delivery delivery) {}

    List<TracedMessage> trace(TraceQuery query) {
        Condition condition = Condition.of(query);
        return database.readAtOneMoment(connection -> {
            List<Row> rows = ask(connection, MESSAGES.formatted(condition.sql()), condition.parameters(), this::row);
            Map<Ticket, List<TracedMessage.Delivery>> deliveries =
                    deliveries(connection, rows.stream().map(Row::ticket).toList());
            Map<CaseId, List<CaseFile>> files = cases(
                    connection,
                    rows.stream().flatMap(r -> r.caseId().stream()).distinct().toList());
            return rows.stream()
                    .map(row -> traced(
                            row,
                            deliveries.getOrDefault(row.ticket(), List.of()),
                            row.caseId().flatMap(id -> caseOf(row, files.getOrDefault(id, List.of())))))
                    .toList();
        });
    }

    Optional<Evidence> evidence(Ticket ticket) {
        return database.read(connection -> {
            List<StoredDelivery> sent =
                    Repeats.deliveries(connection, List.of(ticket)).getOrDefault(ticket, List.of());
            return ask(
                            connection,
                            EVIDENCE,
                            List.of(ticket.value()),
                            row -> new Evidence(
                                    ticket,
                                    Optional.ofNullable(row.getBytes("received"))
                                            .map(Compression::expand),
                                    Compression.expand(row.getBytes("answer")),
                                    sent))
                    .stream()
                    .findFirst();
        });
    }

    private static TracedMessage traced(Row row, List<TracedMessage.Delivery> deliveries, Optional<CaseFile> caseFile) {
        return new TracedMessage(
                row.ticket(),
                row.user(),
                row.digest(),
                row.receivedAt(),
                row.header(),
                row.refusal(),
                row.delivered(),
                caseFile,
                deliveries,
                row.audit());
    }

    private Row row(ResultSet row) throws SQLException {
        return new Row(
                new Ticket(row.getObject("ticket", UUID.class)),
                InstitutionId.of(row.getString("institution")),
                Digest.ofHash(row.getBytes("digest")),
                Rows.instant(row, "received_at"),
                header(row),
                Optional.ofNullable(row.getString("refusal")).map(RefusalCode::valueOf),
                row.getBoolean("delivered"),
                caseId(row, "case_id"),
                json.toAudit(row.getString("entries")));
    }

    private static Optional<Header> header(ResultSet row) throws SQLException {
        @Nullable UUID instance = row.getObject("instance", UUID.class);
        if (instance == null) {
            return Optional.empty();
        }
        return Optional.of(new Header(
                InstitutionId.of(row.getString("sender")),
                Rows.texts(row, "receivers").stream().map(InstitutionId::of).toList(),
                DocumentType.of(row.getString("document_code"), row.getString("document_version")),
                new InstanceId(instance),
                Rows.instant(row, "created_at"),
                row.getString("process"),
                caseId(row, "named_case"),
                LegalContext.of(row.getString("legal_context")),
                Optional.empty()));
    }

    private static Optional<CaseId> caseId(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class)).map(CaseId::new);
    }

    private Map<Ticket, List<TracedMessage.Delivery>> deliveries(Connection connection, List<Ticket> tickets)
            throws SQLException {
        return askAll(connection, DELIVERIES, tickets, Ticket::value, this::sent).stream()
                .collect(Collectors.groupingBy(Sent::ticket, Collectors.mapping(Sent::delivery, Collectors.toList())));
    }

    private Sent sent(ResultSet row) throws SQLException {
        return new Sent(
                new Ticket(row.getObject("ticket", UUID.class)),
                new TracedMessage.Delivery(
                        InstitutionId.of(row.getString("receiver")),
                        DocumentType.of(row.getString("document_code"), row.getString("document_version")),
                        Digest.ofHash(row.getBytes("digest")),
                        Rows.moment(row, "queued_at"),
                        Rows.moment(row, "taken_at"),
                        Rows.moment(row, "returned_at")));
    }

    /** The case that the message is in; or, refused, that of its user under the name that it gave. */
    private static Optional<CaseFile> caseOf(Row row, List<CaseFile> sameName) {
        return sameName.stream()
                .filter(file ->
                        file.events().stream().anyMatch(event -> event.ticket().equals(row.ticket())))
                .findFirst()
                .or(() -> sameName.stream()
                        .filter(file -> file.roleOf(row.user()).isPresent())
                        .findFirst());
    }

    private Map<CaseId, List<CaseFile>> cases(Connection connection, List<CaseId> ids) throws SQLException {
        return askAll(connection, Cases.SELECT + " where id = any(?)", ids, CaseId::value, cases::read).stream()
                .collect(Collectors.groupingBy(CaseFile::id));
    }

    private static <T> List<T> ask(Connection connection, String sql, List<Object> parameters, Rows.Mapper<T> mapper)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            return Rows.list(statement.executeQuery(), mapper);
        }
    }

    private static <K, T> List<T> askAll(
            Connection connection, String sql, Collection<K> keys, Columns.Identifier<K> value, Rows.Mapper<T> mapper)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            new Columns(statement).uuid(keys, value);
            return Rows.list(statement.executeQuery(), mapper);
        }
    }
}
