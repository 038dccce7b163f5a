package be.kruispunt.buffer;

import be.kruispunt.store.CustomerReport;
import be.kruispunt.store.RightsStore;
import java.util.List;

/** Takes what a supplier says of its customers, each line by itself. Told again, nothing changes, and the answer is the same. */
public final class TakeCustomers {
    private final RightsStore store;

    public TakeCustomers(RightsStore store) {
        this.store = store;
    }

    /**
     * Takes a report.
     *
     * @param report of a supplier that was proved, and that is authorised to send reports
     * @return what becomes of each of its changes, in their order
     */
    public List<TakenLine> take(CustomerReport report) {
        return store.report(report).stream().map(TakeStatuses::line).toList();
    }
}
