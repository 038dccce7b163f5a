package be.kruispunt.store;

import be.kruispunt.model.id.DeliveryId;
import java.util.ArrayList;
import java.util.Collection;
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
            select d.ticket, d.receiver, d.document_code, d.former_id, d.xml
            from delivery d
                join queued q on q.ticket = d.ticket
                left join delivery_state s
                    on s.ticket = d.ticket and s.receiver = d.receiver and s.document_code = d.document_code
            where (d.ticket, d.receiver, d.document_code) > (?, ?, ?)
                and q.queued_at is not null and s.taken_at is null
            order by d.ticket, d.receiver, d.document_code limit %d
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

    void settle(Collection<SettledDelivery> rows) {
        database.write(connection -> {
            try (var statement = connection.prepareStatement(SETTLE)) {
                new Columns(statement)
                        .uuid(rows, row -> row.ticket().value())
                        .text(rows, row -> row.receiver().value())
                        .text(rows, row -> row.document().orElse(null))
                        .add("timestamptz", rows, row -> row.takenAt().orElse(null))
                        .add("timestamptz", rows, row -> row.returnedAt().orElse(null));
                return statement.executeUpdate();
            }
        });
    }

    /** Page by page, so that a backlog of any size fits the heap. */
    void open(Consumer<StoredDelivery> reader) {
        List<StoredDelivery> page = page(null);
        while (!page.isEmpty()) {
            page.forEach(reader);
            page = page(page.getLast().id());
        }
    }

    private List<StoredDelivery> page(@Nullable DeliveryId after) {
        return database.read(connection -> {
            try (var statement = connection.prepareStatement(OPEN)) {
                statement.setObject(
                        1, after == null ? new UUID(0, 0) : after.ticket().value());
                statement.setString(2, after == null ? "" : after.receiver().value());
                statement.setString(3, after == null ? "" : after.document());
                return new ArrayList<>(Rows.list(statement.executeQuery(), Rows::delivery));
            }
        });
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
