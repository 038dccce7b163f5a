package be.kruispunt.hub;

import be.kruispunt.buffer.ConsiderQuestion;
import be.kruispunt.buffer.Desk;
import be.kruispunt.buffer.TakeStatuses;
import be.kruispunt.rights.Derivation;
import be.kruispunt.rights.Schemes;
import be.kruispunt.store.RightsStore;
import be.kruispunt.store.Store;
import be.kruispunt.store.StrangerLimits;
import java.security.SecureRandom;
import java.time.Clock;

/** The buffer store at work, wired by hand. */
final class RightsSteps {
    private RightsSteps() {}

    /** What decides on messages for the hub itself. */
    static Desk desk(Settings settings, Store store) {
        RightsStore rights = store.rights();
        Schemes schemes = settings.schemes();
        var derivation = new Derivation(schemes);
        Clock clock = Clock.systemUTC();
        return new Desk(
                rights,
                derivation,
                new TakeStatuses(store::register, rights, schemes, derivation, clock),
                new ConsiderQuestion(store::register, rights, schemes, clock, new SecureRandom()),
                StrangerLimits.standard());
    }
}
