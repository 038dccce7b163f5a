package be.kruispunt.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * Puts many reports into the buffer store at once, without what follows from them: for invented people by the million. Whoever does so
 * derives everybody afterwards ({@link RightsStore#deriveNext}); until then the rights are those of before.
 */
public final class RightsLoad {
    private final RightsStore rights;

    public RightsLoad(RightsStore rights) {
        this.rights = rights;
    }

    /**
     * Takes all of it in one transaction. Told again, nothing changes.
     *
     * @throws IllegalArgumentException when something else was told before under one of the references; nothing is taken then
     */
    public void take(HouseholdReport households, List<StatusReport> statuses, List<CustomerReport> customers) {
        rights.database.write(connection -> {
            Instant moment = RightsMoment.next(connection);
            new HouseholdRows(connection, households, moment).take();
            RightsStore.reported(connection, households.source(), moment);
            for (StatusReport report : statuses) {
                take(connection, report, moment);
            }
            for (CustomerReport report : customers) {
                new CustomerRows(connection, report, moment).take();
            }
            return true;
        });
    }

    private static void take(Connection connection, StatusReport report, Instant moment) throws SQLException {
        for (ChangeOutcome outcome : new StatusRows(connection, report, moment).take()) {
            if (outcome != ChangeOutcome.TAKEN) {
                throw new IllegalArgumentException(report.source()
                        + " has told something else before: load into an empty buffer store, or what was"
                        + " loaded before, in the same year");
            }
        }
        RightsStore.reported(connection, report.source(), moment);
    }
}
