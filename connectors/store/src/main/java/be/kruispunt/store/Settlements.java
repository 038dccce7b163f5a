package be.kruispunt.store;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What became of the documents that went out, and the token by which a lost broker is noticed. */
final class Settlements {
    private static final String SETTLE = Sql.read("settle.sql");
    private static final int PAGE = 500;

    private static final String OPEN =
            """
            select d.ticket, d.receiver, d.xml
            from delivery d
                join queued q on q.ticket = d.ticket
                left join delivery_state s on s.ticket = d.ticket and s.receiver = d.receiver
            where (d.ticket, d.receiver) > (?, ?) and q.queued_at is not null and s.taken_at is null
            order by d.ticket, d.receiver limit %d
            """
                    .formatted(PAGE);

    private static final String REMEMBER =
            """
            insert into broker_token (token) values (?)
            on conflict (only_row) do update set token = excluded.token
            """;

    private final Database database;

    Settlements(Database database) {
        this.database = database;
    }

    private record Key(Ticket ticket, InstitutionId receiver) {}

    void settle(Collection<SettledDelivery> settled) {
        var merged = new LinkedHashMap<Key, SettledDelivery>();
        settled.forEach(one -> merged.merge(new Key(one.ticket(), one.receiver()), one, SettledDelivery::and));
        List<SettledDelivery> rows = List.copyOf(merged.values());
        database.write(connection -> {
            try (var statement = connection.prepareStatement(SETTLE)) {
                new Columns(statement)
                        .uuid(rows, row -> row.ticket().value())
                        .text(rows, row -> row.receiver().value())
                        .add("timestamptz", rows, row -> row.takenAt().orElse(null))
                        .add("timestamptz", rows, row -> row.returnedAt().orElse(null));
                return statement.executeUpdate();
            }
        });
    }

    /** Page by page, so that a backlog of any size fits the heap. */
    void open(Consumer<OpenDelivery> reader) {
        OpenDelivery last = null;
        List<OpenDelivery> page = page(last);
        while (!page.isEmpty()) {
            page.forEach(reader);
            last = page.getLast();
            page = page(last);
        }
    }

    private List<OpenDelivery> page(@Nullable OpenDelivery after) {
        return database.read(connection -> {
            try (var statement = connection.prepareStatement(OPEN)) {
                statement.setObject(
                        1, after == null ? new UUID(0, 0) : after.ticket().value());
                statement.setString(
                        2, after == null ? "" : after.document().receiver().value());
                return new ArrayList<>(Rows.list(statement.executeQuery(), Settlements::openDelivery));
            }
        });
    }

    private static OpenDelivery openDelivery(ResultSet row) throws SQLException {
        return new OpenDelivery(
                new Ticket(row.getObject("ticket", UUID.class)),
                new StoredDelivery(
                        InstitutionId.of(row.getString("receiver")), Compression.expand(row.getBytes("xml"))));
    }

    Optional<UUID> brokerToken() {
        return database.read(connection -> {
            try (var statement = connection.prepareStatement("select token from broker_token")) {
                return Rows.list(statement.executeQuery(), row -> row.getObject(1, UUID.class)).stream()
                        .findFirst();
            }
        });
    }

    void rememberBrokerToken(UUID token) {
        database.write(connection -> {
            try (var statement = connection.prepareStatement(REMEMBER)) {
                statement.setObject(1, token);
                return statement.executeUpdate();
            }
        });
    }
}
