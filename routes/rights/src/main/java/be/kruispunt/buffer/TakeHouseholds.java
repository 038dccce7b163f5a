package be.kruispunt.buffer;

import be.kruispunt.rights.Derivation;
import be.kruispunt.store.HouseholdReport;
import be.kruispunt.store.RightsStore;

/** Takes what the register of persons says of households and deaths, and derives whom it concerns, in one transaction. */
public final class TakeHouseholds {
    private final RightsStore store;
    private final Derivation derivation;

    public TakeHouseholds(RightsStore store, Derivation derivation) {
        this.store = store;
        this.derivation = derivation;
    }

    /**
     * Takes a report. Told again, nothing changes.
     *
     * @param report of the register that was proved, and that is authorised to send reports
     */
    public void take(HouseholdReport report) {
        store.report(report, derivation::rights);
    }
}
