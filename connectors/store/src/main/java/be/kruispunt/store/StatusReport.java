package be.kruispunt.store;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.rights.StatusChange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a source says of its decisions, at once.
 *
 * @param source the source, as proved
 * @param toldBy the ticket of the message, or the command
 * @param arrivedAt when the message arrived: what arrived later under a reference is not undone; absent where it is no message
 * @param changes in their order; none where the source only says that nothing changed
 */
public record StatusReport(
        InstitutionId source, String toldBy, Optional<Instant> arrivedAt, List<StatusChange> changes) {
    public StatusReport {
        changes = List.copyOf(changes);
    }

    /** Told otherwise than by message. */
    public StatusReport(InstitutionId source, String toldBy, List<StatusChange> changes) {
        this(source, toldBy, Optional.empty(), changes);
    }
}
