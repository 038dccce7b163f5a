package be.kruispunt.store;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What an SQL failure means to the caller. PostgreSQL's text quotes values of rows, so neither it nor the exception that
 * holds it goes any further than here.
 */
final class Failures {
    private static final String UNIQUE_VIOLATION = "23505";
    /** A connection that ended on a replica, in the middle of a fail-over: not the message's fault either. */
    private static final String READ_ONLY_TRANSACTION = "25006";
    /** Connection, transaction rollback, resources, operator intervention, system error outside PostgreSQL. */
    private static final Set<String> NOBODYS_FAULT = Set.of("08", "40", "53", "57", "58");

    private static final Set<String> OF_THE_DISK = Set.of("53100", "58030", READ_ONLY_TRANSACTION);
    /** The unique keys that two writers may race for. */
    private static final Set<String> RACED_FOR =
            Set.of("message_content_key", "message_identifier_key", "business_case_pkey");

    private Failures() {}

    /** The exception to throw for a failed write. */
    static RuntimeException ofWrite(SQLException failure) {
        String state = stateOf(failure);
        if (isNobodysFault(state)) {
            return new StoreUnavailable("PostgreSQL could not record", state);
        }
        Optional<String> constraint = constraintOf(failure);
        if (state.equals(UNIQUE_VIOLATION)
                && constraint.filter(RACED_FOR::contains).isPresent()) {
            return new LostRace(constraint.get());
        }
        return new RecordFailed(state, constraint);
    }

    /** The exception to throw for a failed read: an outage, or a mistake in this package. */
    static RuntimeException ofRead(SQLException failure) {
        String state = stateOf(failure);
        return isNobodysFault(state)
                ? new StoreUnavailable("PostgreSQL could not answer", state)
                : new IllegalStateException("PostgreSQL refused a question (SQLSTATE " + state + ")");
    }

    private static boolean isNobodysFault(String state) {
        return state.equals(READ_ONLY_TRANSACTION) || NOBODYS_FAULT.contains(state.substring(0, 2));
    }

    /** Whether a write failed by what it would be kept on: there is no room, it fails, or nothing may be written. */
    static boolean isOfTheDisk(SQLException failure) {
        return OF_THE_DISK.contains(stateOf(failure));
    }

    /** The SQLSTATE; the pool's time-outs have none and count as a lost connection. */
    private static String stateOf(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || state.length() != 5 ? "08000" : state;
    }

    private static Optional<String> constraintOf(SQLException failure) {
        return failure instanceof PSQLException postgres
                ? Optional.ofNullable(postgres.getServerErrorMessage()).map(ServerErrorMessage::getConstraint)
                : Optional.empty();
    }
}
