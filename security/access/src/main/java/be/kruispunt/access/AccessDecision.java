package be.kruispunt.access;

import be.kruispunt.model.outcome.Refusal;
import java.util.List;

/** Yes, to whom and on what ground; or no, and why. */
public sealed interface AccessDecision {
    /**
     * The message may go.
     *
     * @param receivers to whom, at least one
     * @param grounds the numbers of the authorisations that allow it, one per receiver
     */
    record Granted(List<Institution> receivers, List<String> grounds) implements AccessDecision {
        public Granted {
            receivers = List.copyOf(receivers);
            grounds = List.copyOf(grounds);
        }
    }

    /** The message may not go. */
    record Denied(Refusal refusal) implements AccessDecision {}
}
