package be.kruispunt.store;

import be.kruispunt.model.id.Ticket;
import java.util.List;

/**
 * What PostgreSQL alone needs for the bytes that a message leaves: one statement into one table with one key, a batch at a time,
 * and nothing decided, looked up or kept beside. A yardstick for {@link Store#record}, and no part of a message's path.
 */
public final class BareInsert implements AutoCloseable {
    private static final String INSERT =
            """
            insert into evidence (ticket, received, answer)
            select * from unnest(?::uuid[], ?::bytea[], ?::bytea[])
            """;

    private final Database database;
    private final byte[] received;
    private final byte[] sent;

    private BareInsert(Database database, byte[] received, byte[] sent) {
        this.database = database;
        this.received = received;
        this.sent = sent;
    }

    /**
     * Beside a hub at work on a PostgreSQL of its own.
     *
     * @param received what comes in with a message
     * @param sent what goes out for it
     * @throws StoreUnavailable when no such PostgreSQL runs
     */
    public static BareInsert beside(StoreSettings settings, byte[] received, byte[] sent) {
        Database.Address address = PostgresServer.running(settings.dataFolder())
                .orElseThrow(() -> new StoreUnavailable("no PostgreSQL of its own runs in " + settings.dataFolder()));
        try (var compression = new Compression()) {
            return new BareInsert(
                    Database.connectByKey(address, settings.poolSize()),
                    compression.compress(received),
                    compression.compress(sent));
        }
    }

    /** A row for each, in one transaction. */
    public void insert(List<Ticket> tickets) {
        database.write(connection -> {
            try (var statement = connection.prepareStatement(INSERT)) {
                new Columns(statement)
                        .uuid(tickets, Ticket::value)
                        .bytes(tickets, ticket -> received)
                        .bytes(tickets, ticket -> sent);
                return statement.executeUpdate();
            }
        });
    }

    @Override
    public void close() {
        database.close();
    }
}
