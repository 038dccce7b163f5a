package be.kruispunt.store;

import be.kruispunt.model.rights.Customer;
import be.kruispunt.rights.DerivedRight;
import java.util.List;

/**
 * A customer, and his rights of one scheme.
 *
 * @param rights none where he has no number, or forbids that it be looked at
 */
public record CustomerRights(Customer customer, List<DerivedRight> rights) {
    public CustomerRights {
        rights = List.copyOf(rights);
    }
}
