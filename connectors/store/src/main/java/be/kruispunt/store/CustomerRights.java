package be.kruispunt.store;

import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.Customer;
import be.kruispunt.rights.DerivedRight;
import java.util.List;
import java.util.Optional;

/**
 * A customer, and his rights of one scheme.
 *
 * @param person who he is: by his number, or found by name and address; empty where that is nobody, or not one person
 * @param rights none where it is not known who he is, or he forbids that it be looked at
 */
public record CustomerRights(Customer customer, Optional<Insz> person, List<DerivedRight> rights) {
    public CustomerRights {
        rights = List.copyOf(rights);
    }

    /** By his number. */
    CustomerRights(Customer customer, List<DerivedRight> rights) {
        this(customer, customer.person(), rights);
    }
}
