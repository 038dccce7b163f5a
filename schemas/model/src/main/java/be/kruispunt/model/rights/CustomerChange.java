package be.kruispunt.model.rights;

import java.time.LocalDate;

/** What a supplier says of its customers. */
public sealed interface CustomerChange {
    CustomerReference reference();

    /** A customer, new or as he is now: what was registered under the reference before is so no more. */
    record Registered(Customer customer) implements CustomerChange {
        @Override
        public CustomerReference reference() {
            return customer.reference();
        }
    }

    /** Somebody who is no customer any more after this day. */
    record Unregistered(CustomerReference reference, LocalDate last) implements CustomerChange {}
}
