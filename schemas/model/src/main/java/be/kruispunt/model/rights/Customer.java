package be.kruispunt.model.rights;

import be.kruispunt.model.id.Insz;
import java.util.Optional;

/**
 * A customer as its supplier registers it.
 *
 * @param reference the supplier's own
 * @param person his number; empty where the supplier has none: then he is not known until he is found otherwise
 * @param valid when he is a customer
 * @param shares false where he forbids that the supplier shares: then he is never looked up
 */
public record Customer(CustomerReference reference, Optional<Insz> person, Validity valid, boolean shares) {
    @Override
    public String toString() {
        return "customer " + reference;
    }
}
