package be.kruispunt.buffer.report;

import be.kruispunt.model.id.BirthDate;
import be.kruispunt.model.id.Ean;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.matching.AddressKey;
import be.kruispunt.model.matching.NameKey;
import be.kruispunt.model.rights.Customer;
import be.kruispunt.model.rights.CustomerChange;
import be.kruispunt.model.rights.CustomerIdentity;
import be.kruispunt.model.rights.CustomerReference;
import be.kruispunt.model.rights.Validity;
import java.util.Optional;

/**
 * A line of customers: {@code REGISTERED;reference;ssin;from;until;sharing}, where there is no number followed by
 * {@code name;givenNames;birthDate;street;houseNumber;box;postalCode;ean}; or {@code UNREGISTERED;reference;;;last day}.
 */
final class CustomerText {
    private static final String FORBIDS = "FORBIDS";

    private CustomerText() {}

    static Optional<CustomerChange> read(String line) {
        return LineColumns.read(line, CustomerText::change);
    }

    private static CustomerChange change(LineColumns columns) {
        String change = columns.text();
        CustomerReference reference = CustomerReference.of(columns.text());
        return switch (change) {
            case "REGISTERED" -> new CustomerChange.Registered(registered(columns, reference));
            case "UNREGISTERED" -> unregistered(columns, reference);
            default -> throw new IllegalArgumentException("REGISTERED or UNREGISTERED wanted");
        };
    }

    private static CustomerChange unregistered(LineColumns columns, CustomerReference reference) {
        if (columns.optional().isPresent()) {
            throw new IllegalArgumentException("who is no customer any more is named by his reference alone");
        }
        columns.optionalDay(); // the first day of a contract says nothing of its last
        return new CustomerChange.Unregistered(reference, columns.day());
    }

    /** Of whom he is one thing is said; of who forbids sharing, none. */
    private static Customer registered(LineColumns columns, CustomerReference reference) {
        Optional<Insz> person = columns.optionalPerson();
        Validity contract = columns.validity();
        boolean shares = shares(columns.optional());
        Optional<CustomerIdentity> identity = columns.hasMore() ? Optional.of(identity(columns)) : Optional.empty();
        boolean isNamed = person.isPresent() || identity.isPresent();
        if (shares != isNamed) {
            throw new IllegalArgumentException("a customer is named, unless he forbids sharing");
        }
        return new Customer(reference, person, identity, contract, shares);
    }

    private static boolean shares(Optional<String> sharing) {
        if (sharing.filter(word -> !word.equals(FORBIDS)).isPresent()) {
            throw new IllegalArgumentException(FORBIDS + " or nothing wanted");
        }
        return sharing.isEmpty();
    }

    private static CustomerIdentity identity(LineColumns columns) {
        String name = columns.text();
        Optional<String> given = columns.optional();
        Optional<BirthDate> born = columns.birthDate();
        String street = columns.text();
        Optional<String> number = columns.optional();
        String box = columns.anyText();
        String postalCode = columns.anyText();
        if (number.isEmpty() && !box.isEmpty()) {
            throw new IllegalArgumentException("a box stands beside a house number");
        }
        return new CustomerIdentity(
                given.map(names -> NameKey.ofContract(name, names)).orElseGet(() -> NameKey.ofContract(name)),
                number.isEmpty()
                        ? AddressKey.ofLine(postalCode, street)
                        : AddressKey.of(postalCode, street, number.get(), box),
                born,
                columns.optional().map(Ean::of));
    }
}
