package be.kruispunt.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The term in which a hub works on its store: once another hub has begun its own, this one has nothing more to say. */
final class HubTerm {
    private static final String STANDS = "select exists (select from hub_term where term = ?)";

    private final Optional<HubLock> lock;

    /** {@code lock}: that of this hub; absent where it is none, but a command of an operator beside it. */
    HubTerm(Optional<HubLock> lock) {
        this.lock = lock;
    }

    /** The number that the recorder writes under; one that never was where this is no hub. */
    long number() {
        return lock.map(HubLock::term).orElse(-1L);
    }

    /**
     * Goes on only in the term of this hub.
     *
     * @throws StoreUnavailable when another hub has taken over the store
     */
    void require(Connection connection) throws SQLException {
        if (lock.isPresent()) {
            try (var statement = connection.prepareStatement(STANDS)) {
                new Columns(statement).number(number());
                if (!Rows.list(statement.executeQuery(), row -> row.getBoolean(1))
                        .getFirst()) {
                    throw new StoreUnavailable("another hub has taken over this store");
                }
            }
        }
    }
}
