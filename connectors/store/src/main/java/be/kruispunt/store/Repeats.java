package be.kruispunt.store;

import be.kruispunt.model.id.Ticket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The stored bytes of messages that come again: fetched only then, since hardly any message does. */
final class Repeats {
    private static final String ANSWERS = "select ticket, answer from evidence where ticket = any(?)";
    private static final String DELIVERIES =
            """
            select ticket, receiver, document_code, former_id, xml from delivery where ticket = any(?)
            order by ticket, receiver, document_code
            """;

    /** By the primary key, newest first: an index of its own would cost every message. */
    private static final String UNCONFIRMED =
            """
            select ticket from (select ticket from message order by ticket desc limit 10000) newest
            where not exists (select from queued q where q.ticket = newest.ticket)
            """;

    private final Database database;

    Repeats(Database database) {
        this.database = database;
    }

    Map<Ticket, EarlierMessage> withBytes(List<LookUp.Earlier> rows) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        List<Ticket> tickets =
                rows.stream().map(LookUp.Earlier::ticket).distinct().toList();
        return database.read(connection -> {
            Map<Ticket, byte[]> answers = ask(connection, ANSWERS, tickets, Repeats::answer).stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            Map<Ticket, List<StoredDelivery>> documents = deliveries(connection, tickets);
            return rows.stream()
                    .map(row -> new EarlierMessage(
                            row.ticket(),
                            row.digest(),
                            row.delivered(),
                            answers.getOrDefault(row.ticket(), new byte[0]),
                            documents.getOrDefault(row.ticket(), List.of())))
                    .collect(Collectors.toMap(EarlierMessage::ticket, message -> message));
        });
    }

    /** What the newest messages are to deliver whose delivery nobody has confirmed. */
    Map<Ticket, List<StoredDelivery>> unconfirmed() {
        return database.read(connection -> {
            List<Ticket> tickets;
            try (var statement = connection.prepareStatement(UNCONFIRMED)) {
                tickets = Rows.list(statement.executeQuery(), Repeats::ticketOf);
            }
            Map<Ticket, List<StoredDelivery>> documents = deliveries(connection, tickets);
            return tickets.stream()
                    .collect(Collectors.toMap(ticket -> ticket, t -> documents.getOrDefault(t, List.of())));
        });
    }

    static Map<Ticket, List<StoredDelivery>> deliveries(Connection connection, Collection<Ticket> tickets)
            throws SQLException {
        return ask(connection, DELIVERIES, tickets, Rows::delivery).stream()
                .collect(Collectors.groupingBy(delivery -> delivery.id().ticket()));
    }

    private static <T> List<T> ask(Connection connection, String sql, Collection<Ticket> tickets, Rows.Mapper<T> mapper)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            new Columns(statement).uuid(tickets, Ticket::value);
            return Rows.list(statement.executeQuery(), mapper);
        }
    }

    private static Ticket ticketOf(ResultSet row) throws SQLException {
        return new Ticket(row.getObject("ticket", UUID.class));
    }

    private static Map.Entry<Ticket, byte[]> answer(ResultSet row) throws SQLException {
        return Map.entry(ticketOf(row), Compression.expand(row.getBytes("answer")));
    }
}
