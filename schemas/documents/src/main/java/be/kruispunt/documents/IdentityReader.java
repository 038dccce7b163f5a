package be.kruispunt.documents;

import be.kruispunt.binding.m902.HouseholdAddress;
import be.kruispunt.binding.m902.OfficialName;
import be.kruispunt.binding.m903.DeliveryAddress;
import be.kruispunt.binding.m903.Identity;
import be.kruispunt.model.id.BirthDate;
import be.kruispunt.model.id.Ean;
import be.kruispunt.model.matching.AddressKey;
import be.kruispunt.model.matching.NameKey;
import be.kruispunt.model.rights.CustomerIdentity;
import be.kruispunt.model.rights.PersonIdentity;
import be.kruispunt.model.rights.PersonName;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Brings names and addresses of M902 and M903 to the spelling in which they are compared: as they were written they go no further. */
final class IdentityReader {
    private IdentityReader() {}

    static PersonIdentity identity(be.kruispunt.binding.m902.Identity identity) {
        return new PersonIdentity(
                RightsReader.person(identity.getPerson()),
                Optional.ofNullable(identity.getBirthDate()).map(BirthDate::of),
                identity.getName().stream().map(IdentityReader::name).toList());
    }

    private static PersonName name(OfficialName name) {
        return new PersonName(
                NameKey.ofRegister(name.getFamilyName(), name.getGivenName()), RightsReader.validity(name.getPeriod()));
    }

    static be.kruispunt.model.rights.HouseholdAddress address(HouseholdAddress address) {
        Set<AddressKey> spellings = address.getStreet().stream()
                .flatMap(
                        street -> AddressKey.of(
                                address.getPostalCode(), street, text(address.getHouseNumber()), text(address.getBox()))
                                .stream())
                .collect(Collectors.toSet());
        return new be.kruispunt.model.rights.HouseholdAddress(spellings, RightsReader.validity(address.getPeriod()));
    }

    static CustomerIdentity customer(Identity identity) {
        return new CustomerIdentity(
                identity.getGivenNames() == null
                        ? NameKey.ofContract(identity.getName())
                        : NameKey.ofContract(identity.getName(), identity.getGivenNames()),
                address(identity.getAddress()),
                Optional.ofNullable(identity.getBirthDate()).map(BirthDate::of),
                Optional.ofNullable(identity.getEan()).map(Ean::of));
    }

    private static Optional<AddressKey> address(DeliveryAddress address) {
        if (!address.getCountry().equals("BE")) {
            return Optional.empty();
        }
        String postalCode = text(address.getPostalCode());
        return address.getHouseNumber() == null
                ? AddressKey.ofLine(postalCode, address.getStreet())
                : AddressKey.of(postalCode, address.getStreet(), address.getHouseNumber(), text(address.getBox()));
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
