package be.kruispunt.buffer;

import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.SchemeCode;
import be.kruispunt.rights.Derivation;
import be.kruispunt.rights.DerivedRight;
import be.kruispunt.rights.Ground;
import be.kruispunt.store.RightsStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Says why somebody has a right, or had it as it was known then: for those who may know. */
public final class ExplainRight {
    private final RightsStore store;
    private final Derivation derivation;

    public ExplainRight(RightsStore store, Derivation derivation) {
        this.store = store;
        this.derivation = derivation;
    }

    /**
     * Why, or why not.
     *
     * @param right what stood then, with line and version; empty: none
     * @param grounds every ground by what was known then, that which counted first; by the schemes as they are now
     */
    public record Explanation(Optional<DerivedRight> right, List<Ground> grounds) {
        public Explanation {
            grounds = List.copyOf(grounds);
        }
    }

    /**
     * Explains a right on a day.
     *
     * @param known the moment as of which is looked
     */
    public Explanation explain(Insz person, SchemeCode scheme, LocalDate day, Instant known) {
        return new Explanation(
                store.rights(person, known).stream()
                        .filter(right ->
                                right.scheme().equals(scheme) && right.valid().contains(day))
                        .findFirst(),
                derivation.grounds(person, store.facts(person, known), scheme, day));
    }
}
