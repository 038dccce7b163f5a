package be.kruispunt.buffer;

import be.kruispunt.model.id.Insz;
import be.kruispunt.rights.Derivation;
import be.kruispunt.rights.Schemes;
import be.kruispunt.store.RightsStore;
import be.kruispunt.store.RightsStore.DerivedPage;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Derives everybody anew: after a change of the schemes, or to see that nothing has gone by. A page at a time, each in a transaction
 * of its own, beside reports and questions; cut off and run again, it finds what it did as it is.
 */
public final class DeriveEverybody {
    private static final int PAGE = 2_000;

    private final RightsStore store;
    private final Schemes schemes;

    public DeriveEverybody(RightsStore store, Schemes schemes) {
        this.store = store;
        this.schemes = schemes;
    }

    /**
     * How far it is.
     *
     * @param persons how many were derived
     * @param changed how many rows of rights were closed or added
     */
    public record Progress(long persons, long changed) {
        Progress and(DerivedPage page) {
            return new Progress(persons + page.persons(), changed + page.changed());
        }
    }

    /**
     * Derives everybody.
     *
     * @param told how far it is, after each page
     */
    public Progress derive(Consumer<Progress> told) {
        var derivation = new Derivation(schemes);
        var progress = new Progress(0, 0);
        Optional<Insz> after = Optional.empty();
        do {
            DerivedPage page = store.deriveNext(after, PAGE, derivation::rights);
            progress = progress.and(page);
            told.accept(progress);
            after = page.last();
        } while (after.isPresent());
        store.derivedBy().done(schemes.fingerprint());
        return progress;
    }
}
