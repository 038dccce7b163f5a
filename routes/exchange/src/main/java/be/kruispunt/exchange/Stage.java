package be.kruispunt.exchange;

import be.kruispunt.model.id.PersonNumber;
import java.util.List;
import java.util.Optional;

/** How far a message has come. Each stage is made by the step of the same root, and holds what the next ones need. */
sealed interface Stage permits Received, Parsed, Authenticated, Understood {
    /** The message as it came in. */
    Received received();

    /** What it says of itself, once it was read. */
    Optional<ClaimedHeader> claimed();

    /** The same, once it is believed. */
    default Optional<BelievedHeader> believed() {
        return Optional.empty();
    }

    /** Whom it is about, once that was read. */
    default List<PersonNumber> persons() {
        return List.of();
    }

    /** Whether its identifier is its own already, by an earlier decision on the same bytes that was not the last word. */
    default boolean holdsIdentifier() {
        return false;
    }

    /** What the audit keeps of this step: codes and digests, never content. */
    String auditDetail();
}
