package be.kruispunt.access;

import be.kruispunt.model.outcome.Refusal;
import java.util.List;
import java.util.Set;

/** Yes, to whom and on what ground; or no, and why. */
public sealed interface AccessDecision {
    /**
     * The message may go.
     *
     * @param receivers to whom, at least one
     * @param grounds the numbers of the authorisations that allow it: one per receiver, or all where they name rights
     * @param rights the statuses that may be reported, or the schemes that may be asked for, by all of them together
     */
    record Granted(List<Institution> receivers, List<String> grounds, Set<String> rights) implements AccessDecision {
        public Granted {
            receivers = List.copyOf(receivers);
            grounds = List.copyOf(grounds);
            rights = Set.copyOf(rights);
        }

        /** Where nothing is said of rights. */
        public Granted(List<Institution> receivers, List<String> grounds) {
            this(receivers, grounds, Set.of());
        }
    }

    /** The message may not go. */
    record Denied(Refusal refusal) implements AccessDecision {}
}
