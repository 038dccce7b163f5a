package be.kruispunt.store;

import be.kruispunt.model.id.DeliveryId;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stored bytes of earlier messages of a case, for what is made of several of them. What is not what was recorded is not
 * handed out: its signature was verified over the bytes of that digest, and over no others.
 */
final class Originals {
    private static final Logger LOG = LoggerFactory.getLogger(Originals.class);

    private static final String RECEIVED =
            """
            select m.ticket, m.digest, e.received from message m left join evidence e on e.ticket = m.ticket
            where m.ticket = any(?) and m.refusal is null
            """;
    private static final String SENT =
            """
            select ticket, receiver, document_code, former_id, digest, xml from delivery where ticket = any(?)
            order by ticket, receiver, document_code
            """;

    private final Database database;

    Originals(Database database) {
        this.database = database;
    }

    Map<Ticket, Original> find(Collection<Ticket> tickets) {
        if (tickets.isEmpty()) {
            return Map.of();
        }
        return database.read(connection -> {
            Map<Ticket, List<StoredDelivery>> sent = ask(connection, SENT, tickets, Originals::delivery).stream()
                    .flatMap(Optional::stream)
                    .collect(Collectors.groupingBy(delivery -> delivery.id().ticket()));
            return ask(connection, RECEIVED, tickets, row -> original(row, sent)).stream()
                    .collect(Collectors.toMap(Original::ticket, original -> original));
        });
    }

    private static Original original(ResultSet row, Map<Ticket, List<StoredDelivery>> sent) throws SQLException {
        Ticket ticket = ticket(row);
        return new Original(
                ticket,
                Digest.ofHash(row.getBytes("digest")),
                recorded(row, "received"),
                sent.getOrDefault(ticket, List.of()));
    }

    private static Optional<StoredDelivery> delivery(ResultSet row) throws SQLException {
        Optional<byte[]> xml = recorded(row, "xml");
        if (xml.isEmpty()) {
            return Optional.empty();
        }
        var receiver = InstitutionId.of(row.getString("receiver"));
        var id = new DeliveryId(ticket(row), receiver, row.getString("document_code"));
        return Optional.of(new StoredDelivery(id, row.getBoolean("former_id"), xml.get()));
    }

    /** The bytes in a column, if it has any and they have the digest beside it. */
    private static Optional<byte[]> recorded(ResultSet row, String column) throws SQLException {
        byte @Nullable [] frame = row.getBytes(column);
        if (frame == null) {
            return Optional.empty();
        }
        Digest digest = Digest.ofHash(row.getBytes("digest"));
        Optional<byte[]> bytes = Compression.expandIfWhole(frame)
                .filter(content -> Digest.of(content).equals(digest));
        if (bytes.isEmpty()) {
            LOG.error("KP1005 stored bytes are not what was recorded ticket={}", ticket(row));
        }
        return bytes;
    }

    private static Ticket ticket(ResultSet row) throws SQLException {
        return new Ticket(row.getObject("ticket", UUID.class));
    }

    private static <T> List<T> ask(Connection connection, String sql, Collection<Ticket> tickets, Rows.Mapper<T> mapper)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            new Columns(statement).uuid(tickets, Ticket::value);
            return Rows.list(statement.executeQuery(), mapper);
        }
    }
}
