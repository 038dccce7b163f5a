package be.kruispunt.hub;

import be.kruispunt.access.Register;
import be.kruispunt.buffer.IssueCode;
import be.kruispunt.buffer.IssueCode.Signing;
import be.kruispunt.buffer.ListWithdrawals;
import be.kruispunt.rights.Schemes;
import be.kruispunt.store.RightsCodes;
import be.kruispunt.store.RightsStore;
import be.kruispunt.store.StoreUnavailable;
import be.kruispunt.trust.TrustFolder;
import be.kruispunt.trust.counter.CounterKeyFiles;
import be.kruispunt.trust.counter.CounterKeys;
import be.kruispunt.web.NotNow;
import be.kruispunt.web.rights.CodesResource;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/** Codes for counters, wired by hand: for the HTTP door and for the command line. */
public final class Counter {
    /** Whose calendar the rights are counted by. */
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private final Settings settings;
    private final TrustFolder trust;
    private final LongFunction<Register> registers;
    private final RightsStore store;
    private final Schemes schemes;
    private final InstantSource clock = InstantSource.system();
    private final SecureRandom random = new SecureRandom();

    /** By the settings, the register and the schemes of a hub, over the connections of this store. */
    public Counter(
            Settings settings,
            TrustFolder trust,
            LongFunction<Register> registers,
            RightsStore store,
            Schemes schemes) {
        this.settings = settings;
        this.trust = trust;
        this.registers = registers;
        this.store = store;
        this.schemes = schemes;
    }

    private Signing signing() {
        return new Signing(settings.hub(), new CounterKeyFiles(trust).key(), random);
    }

    /** What makes codes. */
    public IssueCode issue() {
        return new IssueCode(
                RightsSteps.considering(settings, registers, store, schemes, clock),
                store,
                schemes,
                RightsSteps.rules(settings).limits(),
                signing());
    }

    /** What lists those that were withdrawn. */
    public ListWithdrawals withdrawals() {
        return new ListWithdrawals(codes(), signing(), clock);
    }

    /** Those that were made. */
    public RightsCodes codes() {
        return new RightsCodes(store);
    }

    /** By which codes of this hub are believed. */
    public CounterKeys keys() {
        return new CounterKeyFiles(trust).publicKeys();
    }

    /** The same over HTTP. */
    CodesResource resource() {
        IssueCode issue = issue();
        ListWithdrawals withdrawals = withdrawals();
        String keys = keys().text();
        return new CodesResource(
                request -> orNotNow(() -> issue.issue(request)),
                this::today,
                () -> keys,
                () -> orNotNow(withdrawals::list));
    }

    /** The day on which a code is asked for. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BRUSSELS);
    }

    private static <T> T orNotNow(Supplier<T> answer) {
        try {
            return answer.get();
        } catch (StoreUnavailable e) {
            throw new NotNow(e);
        }
    }
}
