package be.kruispunt.hub.sample.population;

import be.kruispunt.hub.sample.DemonstrationRegister;
import be.kruispunt.store.CustomerReport;
import be.kruispunt.store.HouseholdReport;
import be.kruispunt.store.RightsLoad;
import be.kruispunt.store.StatusReport;
import be.kruispunt.store.Store;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Puts a population into a buffer store, a page in a transaction. Rights do not follow yet: whoever is put in is derived afterwards, with
 * everybody. Cut off and run again, it finds what it did as it is.
 */
public final class PopulationLoad {
    private final Store store;
    private final String toldBy;

    /** {@code toldBy}: what stands there as the message by which it was told. */
    public PopulationLoad(Store store, String toldBy) {
        this.store = store;
        this.toldBy = toldBy;
    }

    /**
     * How far it is.
     *
     * @param persons in households
     * @param entitled of these with the social tariff for energy
     */
    public record Loaded(long persons, long entitled, long statuses, long customers) {
        Loaded and(Page page) {
            return new Loaded(
                    persons + page.persons(),
                    entitled + page.entitled(),
                    statuses + page.statusCount(),
                    customers + page.customerCount());
        }
    }

    /**
     * Puts it in; its institutions must be registered.
     *
     * @param told how far it is, after each page
     */
    public Loaded load(Iterator<Page> population, Consumer<Loaded> told) {
        var loaded = new Loaded(0, 0, 0, 0);
        while (population.hasNext()) {
            Page page = population.next();
            load(page);
            loaded = loaded.and(page);
            told.accept(loaded);
        }
        return loaded;
    }

    private void load(Page page) {
        if (!page.replaced().isEmpty()) {
            store.registerWriter().putReplacedNumbers(page.replaced());
        }
        List<StatusReport> statuses = page.statuses().entrySet().stream()
                .map(each -> new StatusReport(each.getKey(), toldBy, each.getValue()))
                .toList();
        List<CustomerReport> customers = page.customers().entrySet().stream()
                .map(each -> new CustomerReport(each.getKey(), toldBy, each.getValue()))
                .toList();
        new RightsLoad(store.rights())
                .take(
                        new HouseholdReport(
                                DemonstrationRegister.REGISTER,
                                toldBy,
                                page.households(),
                                page.deaths(),
                                page.identities()),
                        statuses,
                        customers);
    }
}
