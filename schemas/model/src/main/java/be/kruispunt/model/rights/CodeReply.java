package be.kruispunt.model.rights;

import java.util.Optional;

/** What becomes of a request for a code. */
public sealed interface CodeReply {
    /**
     * What would be replied to the question alone.
     *
     * @param code where the customer has the right
     */
    record Answered(RightsReply reply, Optional<IssuedCode> code) implements CodeReply {}

    /** No counter takes a code for this right; nothing was looked up. */
    record NotAtCounters() implements CodeReply {}
}
