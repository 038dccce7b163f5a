package be.kruispunt.model.rights;

import be.kruispunt.model.id.Insz;
import java.util.Optional;

/**
 * A customer as its supplier registers it.
 *
 * @param reference the supplier's own
 * @param person his number; empty where the supplier has none
 * @param identity his name and address where it has no number: he is found by them, or not known
 * @param valid when he is a customer
 * @param shares false where he forbids that the supplier shares: then he is never looked up
 */
public record Customer(
        CustomerReference reference,
        Optional<Insz> person,
        Optional<CustomerIdentity> identity,
        Validity valid,
        boolean shares) {
    public Customer {
        if (person.isPresent() && identity.isPresent()) {
            throw new IllegalArgumentException("a customer has a number, or a name and an address; not both");
        }
    }

    /** By his number, or without a word who he is. */
    public Customer(CustomerReference reference, Optional<Insz> person, Validity valid, boolean shares) {
        this(reference, person, Optional.empty(), valid, shares);
    }

    /** The same, in another period. */
    public Customer during(Validity period) {
        return new Customer(reference, person, identity, period, shares);
    }

    @Override
    public String toString() {
        return "customer " + reference;
    }
}
