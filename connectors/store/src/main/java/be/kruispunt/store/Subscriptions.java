package be.kruispunt.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Who is told of its customers without asking. A subscription is added and removed; its row stays. */
public final class Subscriptions {
    private static final String OPEN =
            """
            select supplier, scheme, purpose, valid_from, valid_until from rights_subscription
            where ended_at is null order by supplier, scheme, purpose
            """;

    private static final String ADD =
            """
            insert into rights_subscription (supplier, scheme, purpose, valid_from, valid_until, set_by, set_at)
            values (?, ?, ?, ?, ?::date, ?, clock_timestamp())
            """;

    private static final String END =
            """
            update rights_subscription set ended_by = ?, ended_at = clock_timestamp()
            where supplier = ? and scheme = ? and purpose = ? and ended_at is null
            """;

    private final Database database;

    Subscriptions(Database database) {
        this.database = database;
    }

    /** Those that were not removed, whether or not they count today. */
    public List<Subscription> all() {
        return database.read(connection -> {
            try (var statement = connection.prepareStatement(OPEN)) {
                return Rows.list(statement.executeQuery(), Subscription::read);
            }
        });
    }

    /** Those that count on a day. */
    public List<Subscription> on(LocalDate day) {
        return all().stream().filter(each -> each.valid().contains(day)).toList();
    }

    /** Sets a subscription, in the place of an earlier one of the same supplier, right and purpose. */
    public void put(Subscription subscription, String by) {
        database.write(connection -> {
            end(connection, subscription, by);
            try (var statement = connection.prepareStatement(ADD)) {
                new Columns(statement)
                        .text(subscription.supplier().value())
                        .text(subscription.scheme().value())
                        .text(subscription.purpose().value())
                        .day(subscription.valid().from());
                Optional<LocalDate> until = subscription.valid().until();
                statement.setObject(5, until.orElse(null));
                statement.setString(6, by);
                return statement.executeUpdate();
            }
        });
    }

    /** Removes one; false if there is none. */
    public boolean remove(Subscription subscription, String by) {
        return database.write(connection -> end(connection, subscription, by));
    }

    private static boolean end(Connection connection, Subscription subscription, String by) throws SQLException {
        try (var statement = connection.prepareStatement(END)) {
            new Columns(statement)
                    .text(by)
                    .text(subscription.supplier().value())
                    .text(subscription.scheme().value())
                    .text(subscription.purpose().value());
            return statement.executeUpdate() == 1;
        }
    }
}
