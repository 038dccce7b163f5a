package be.kruispunt.store;

import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.CustomerChange;
import be.kruispunt.model.rights.Household;
import be.kruispunt.model.rights.PersonIdentity;
import be.kruispunt.model.rights.StatusChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes what a page of a report tells, as a message that says the same would be written, in the transaction that adds the page. Each
 * line is judged by what stands then, so that nothing comes between.
 */
public final class ReportWriter {
    private final Connection connection;
    private final RightsReport report;
    private final long reached;
    private boolean let;

    ReportWriter(Connection connection, RightsReport report, long reached) {
        this.connection = connection;
        this.report = report;
        this.reached = reached;
    }

    /** How many bytes of the file were read with the page before; 0 before the first. */
    public long reached() {
        return reached;
    }

    /** Whether the page was let in: something was written, if only that it says nothing. */
    boolean isLet() {
        return let;
    }

    /** What becomes of each change, in their order. */
    public List<ChangeOutcome> statuses(List<StatusChange> changes, Deriver deriver) {
        var told = new StatusReport(report.subject().sender(), toldBy(), arrived(), changes);
        return write(
                changes.isEmpty(), () -> RightsStore.take(connection, told, RightsMoment.next(connection), deriver));
    }

    /** What becomes of each household, then of each death, then of each person's names. */
    public List<ChangeOutcome> households(
            List<Household> households,
            Map<Insz, Optional<LocalDate>> deaths,
            List<PersonIdentity> identities,
            Deriver deriver) {
        var told = new HouseholdReport(report.subject().sender(), toldBy(), arrived(), households, deaths, identities);
        return write(
                households.isEmpty() && deaths.isEmpty() && identities.isEmpty(),
                () -> RightsStore.take(connection, told, RightsMoment.next(connection), deriver));
    }

    /** What becomes of each change; what of them is curious is counted. */
    public List<ChangeOutcome> customers(List<CustomerChange> changes, StrangerLimits limits) {
        var told = new CustomerReport(report.subject().sender(), toldBy(), arrived(), changes);
        return write(changes.isEmpty(), () -> {
            var curiosity = new CuriosityRows(connection, limits);
            Instant moment = RightsMoment.next(connection);
            var rows = new CustomerRows(connection, told, moment);
            List<ChangeOutcome> outcomes = rows.outcomes();
            Map<Curiosity, Long> seen = curiosity.look(told.taken(outcomes), moment);
            rows.keep(outcomes);
            curiosity.count(told.supplier(), seen);
            return outcomes;
        });
    }

    private String toldBy() {
        return report.ticket().toString();
    }

    private Optional<Instant> arrived() {
        return Optional.of(report.arrived());
    }

    private interface Work {
        List<ChangeOutcome> write() throws SQLException;
    }

    private List<ChangeOutcome> write(boolean nothing, Work work) {
        let = true;
        if (nothing) {
            return List.of();
        }
        try {
            return work.write();
        } catch (SQLException e) {
            throw Failures.ofWrite(e);
        }
    }
}
