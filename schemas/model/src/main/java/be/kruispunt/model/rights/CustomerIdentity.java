package be.kruispunt.model.rights;

import be.kruispunt.model.id.BirthDate;
import be.kruispunt.model.id.Ean;
import be.kruispunt.model.matching.AddressKey;
import be.kruispunt.model.matching.NameKey;
import java.util.Optional;
import java.util.Set;

/**
 * Who a customer is, where his supplier has no number: in the spelling in which names and addresses are compared.
 *
 * @param names every way to read his name
 * @param address of the delivery point; empty where it cannot be read as a Belgian address: then nobody is found by it
 * @param born as far as the supplier knows it
 * @param ean of the delivery point of gas or electricity: no register says who lives there, so nobody is found by it
 */
public record CustomerIdentity(
        Set<NameKey> names, Optional<AddressKey> address, Optional<BirthDate> born, Optional<Ean> ean) {
    public CustomerIdentity {
        names = Set.copyOf(names);
    }

    @Override
    public String toString() {
        return "a name and an address";
    }
}
