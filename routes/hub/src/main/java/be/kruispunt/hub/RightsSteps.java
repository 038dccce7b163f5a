package be.kruispunt.hub;

import be.kruispunt.buffer.ConsiderQuestion;
import be.kruispunt.buffer.Desk;
import be.kruispunt.buffer.ExpireAnswers;
import be.kruispunt.buffer.SourceCompetence;
import be.kruispunt.rights.Derivation;
import be.kruispunt.rights.Schemes;
import be.kruispunt.store.RightsStore;
import be.kruispunt.store.Store;
import be.kruispunt.store.StrangerLimits;
import java.security.SecureRandom;
import java.time.Clock;

/** The buffer store at work, wired by hand. */
final class RightsSteps {
    /** Of one look: it holds up reports while it lasts. */
    private static final int MOST_DUE = 500;

    private RightsSteps() {}

    /** Derives whose numbers replaced one another since, and empties answers whose time is over; to be run now and then. */
    static Runnable upkeep(Schemes schemes, Store store) {
        var derivation = new Derivation(schemes);
        var expiry = new Expiry(new ExpireAnswers(store.rights()));
        return () -> {
            store.rights().deriveDue(MOST_DUE, derivation::rights);
            expiry.run();
        };
    }

    /** What decides on messages for the hub itself. */
    static Desk desk(Schemes schemes, Store store) {
        RightsStore rights = store.rights();
        var derivation = new Derivation(schemes);
        Clock clock = Clock.systemUTC();
        return new Desk(
                rights,
                derivation,
                new SourceCompetence(store::register, schemes, clock),
                new ConsiderQuestion(store::register, rights, schemes, clock, new SecureRandom()),
                StrangerLimits.standard());
    }
}
