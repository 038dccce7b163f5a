package be.kruispunt.store;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.rights.StatusChange;
import java.util.List;

/**
 * What a source says of its decisions, at once.
 *
 * @param source the source, as proved
 * @param toldBy the ticket of the message, or the command
 * @param changes in their order; none where the source only says that nothing changed
 */
public record StatusReport(InstitutionId source, String toldBy, List<StatusChange> changes) {
    public StatusReport {
        changes = List.copyOf(changes);
    }
}
