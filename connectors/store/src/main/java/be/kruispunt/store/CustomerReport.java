package be.kruispunt.store;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.rights.CustomerChange;
import java.util.List;

/**
 * What a supplier says of its customers, at once.
 *
 * @param supplier the supplier, as proved
 * @param toldBy the ticket of the message, or the command
 * @param changes in their order
 */
public record CustomerReport(InstitutionId supplier, String toldBy, List<CustomerChange> changes) {
    public CustomerReport {
        changes = List.copyOf(changes);
    }
}
