package be.kruispunt.store;

import be.kruispunt.model.id.CodeId;
import be.kruispunt.model.id.Insz;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntSupplier;

/**
 * Codes that persons carry to a counter: at most one counts for a person and a right. One is withdrawn in the transaction in which its
 * right ends sooner, whatever it was that changed.
 */
public final class RightsCodes {
    /** So many days a signed list of withdrawals is good, at least: so long a place rests when its code is over. */
    public static final int LIST_DAYS = 7;

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private final Database database;

    /** Those of a store, over its connections. */
    public RightsCodes(RightsStore store) {
        this.database = store.database;
    }

    /**
     * Records what became of a question, and makes a code for whom it was about. Nothing is written if his right does not stand up to the
     * last day of the code any more: then the question must be decided again.
     *
     * @param places gives places in the list of what is withdrawn, at random
     * @return the place that it has
     */
    public OptionalInt issue(CodeOrder order, RecordedQuestion question, StrangerLimits limits, IntSupplier places) {
        return database.write(connection -> {
            CodeRows rows = rows(connection, RightsMoment.next(connection));
            if (!rows.isCovered(order)) {
                return OptionalInt.empty();
            }
            new QuestionRows(connection).record(List.of(question), limits);
            return OptionalInt.of(rows.add(order, question.expires(), places));
        });
    }

    /**
     * Withdraws a code; false if there is none that could be: unknown, or withdrawn before.
     *
     * @param by who asked for it
     */
    public boolean withdraw(CodeId id, String by) {
        return database.write(
                connection -> rows(connection, RightsMoment.next(connection)).withdraw(id, by));
    }

    /** The places in the list of the codes that were withdrawn and would still count on this day. */
    public List<Integer> withdrawn(LocalDate today) {
        return database.read(connection -> CodeRows.listed(connection, today));
    }

    /** After a change of rights: whose codes say more than is so any more. */
    static void rightsChanged(Connection connection, Instant moment, Collection<Insz> numbers) throws SQLException {
        rows(connection, moment).withdrawEnded(numbers);
    }

    private static CodeRows rows(Connection connection, Instant moment) {
        return new CodeRows(connection, moment, LocalDate.ofInstant(moment, BRUSSELS));
    }
}
