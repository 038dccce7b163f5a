package be.kruispunt.hub;

import be.kruispunt.access.Register;
import be.kruispunt.buffer.ConsiderQuestion;
import be.kruispunt.buffer.Desk;
import be.kruispunt.buffer.ExpireAnswers;
import be.kruispunt.buffer.RightsRules;
import be.kruispunt.buffer.SourceCompetence;
import be.kruispunt.buffer.SourceWatch;
import be.kruispunt.buffer.file.ExpireReports;
import be.kruispunt.buffer.file.ExpireRuns;
import be.kruispunt.rights.Derivation;
import be.kruispunt.rights.Schemes;
import be.kruispunt.store.RightsStore;
import be.kruispunt.store.Store;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.function.LongFunction;

/** The buffer store at work, wired by hand. */
final class RightsSteps {
    /** Of one look: it holds up reports while it lasts. */
    private static final int MOST_DUE = 500;

    private RightsSteps() {}

    /**
     * Derives whose numbers replaced one another since, tells which sources are late, and empties answers and runs whose time is over; to be
     * run now and then.
     */
    static Runnable upkeep(Settings settings, Schemes schemes, Store store) {
        var derivation = new Derivation(schemes);
        var expiry = new Expiry(
                new ExpireAnswers(store.rights(), rules(settings).limits()),
                new ExpireRuns(store.rights(), settings.batchFolder(), InstantSource.system()),
                new ExpireReports(store.rights(), settings.batchFolder(), InstantSource.system()),
                () -> LocalDate.now(ConsiderQuestion.BRUSSELS));
        var late = new LateSources(
                new SourceWatch(rules(settings), schemes, store), InstantSource.system(), Duration.ofMinutes(1));
        return () -> {
            store.rights().deriveDue(MOST_DUE, derivation::rights);
            late.run();
            expiry.run();
        };
    }

    /** What decides on messages for the hub itself. */
    static Desk desk(Settings settings, Schemes schemes, Store store) {
        RightsStore rights = store.rights();
        var derivation = new Derivation(schemes);
        RightsRules rules = rules(settings);
        Clock clock = Clock.systemUTC();
        return new Desk(
                rights,
                derivation,
                new SourceCompetence(store::register, schemes, clock),
                considering(settings, store::register, rights, schemes, clock),
                rules.limits());
    }

    /** What decides on questions, through whichever door they come. */
    static ConsiderQuestion considering(
            Settings settings,
            LongFunction<Register> registers,
            RightsStore rights,
            Schemes schemes,
            InstantSource clock) {
        return new ConsiderQuestion(rules(settings), registers, rights, schemes, clock, new SecureRandom());
    }

    static RightsRules rules(Settings settings) {
        return settings.rights().rules(settings.hub());
    }
}
