package be.kruispunt.exchange;

import be.kruispunt.model.message.Header;
import java.util.Optional;

/** How far a message has come. Each stage is made by the step of the same root, and holds what the next ones need. */
sealed interface Stage
        permits Received, Parsed, Authenticated, Validated, LookedUp, Authorised, Correlated, Translated {
    /** The message as it came in. */
    Received received();

    /** What the message says about itself, once it was read. */
    Optional<Header> header();

    /** Whether its identifier is its own already, by an earlier decision on the same bytes that was not the last word. */
    default boolean holdsIdentifier() {
        return false;
    }

    /** What the audit keeps of this step: codes and digests, never content. */
    String auditDetail();
}
