package be.kruispunt.hub.sample.population;

import be.kruispunt.model.id.Insz;
import be.kruispunt.model.matching.AddressKey;
import be.kruispunt.model.matching.NameKey;
import be.kruispunt.model.rights.CustomerIdentity;
import be.kruispunt.model.rights.PersonIdentity;
import be.kruispunt.model.rights.PersonName;
import be.kruispunt.model.rights.Validity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What people are called and where they live, of whom a supplier has no number: the register of persons tells it of their households
 * alone, so that a population by the million takes little more. A name follows from the number, an address from that of the household.
 */
final class Named {
    /** Of so many households or customers one. */
    private static final int ONE_OF = 25;

    private static final Validity ALWAYS = Validity.from(LocalDate.of(1990, 1, 1));
    private static final int POSTAL_CODES = 8_999;
    private static final int FIRST_POSTAL_CODE = 1_000;

    private static final List<String> FAMILIES = List.of(
            "Peeters",
            "Janssens",
            "Maes",
            "Jacobs",
            "Mertens",
            "Willems",
            "Claes",
            "Goossens",
            "Dubois",
            "Lambert",
            "Dupont",
            "Martin",
            "Simon",
            "Laurent",
            "Leclercq",
            "Van de Velde",
            "De Smet",
            "Lemaire",
            "Schmitz",
            "Yilmaz");

    private static final List<String> GIVEN = List.of(
            "Maria",
            "Anna",
            "Louis",
            "Emma",
            "Arthur",
            "Noah",
            "Olivia",
            "Adam",
            "Mila",
            "Jules",
            "Jean-Pierre",
            "Nathalie",
            "Ahmed",
            "Fatima",
            "Jan",
            "Els",
            "Luc",
            "Christine",
            "Marc",
            "Rita",
            "Hugo",
            "Lina",
            "Victor");

    private Named() {}

    static boolean isOne(long count) {
        return count % ONE_OF == 0;
    }

    /** Where the household of this number lives, alone. */
    static AddressKey home(long household) {
        return address("Voorbeeldstraat", household);
    }

    /** Where somebody lives of whom the register has not told. */
    static AddressKey elsewhere(long customer) {
        return address("Elderslaan", customer);
    }

    private static AddressKey address(String street, long number) {
        return AddressKey.of(
                        Long.toString(FIRST_POSTAL_CODE + number % POSTAL_CODES),
                        street,
                        Long.toString(1 + number / POSTAL_CODES),
                        "")
                .orElseThrow();
    }

    /** As the register tells it. */
    static PersonIdentity register(Insz person) {
        return new PersonIdentity(person, Optional.empty(), List.of(new PersonName(name(person), ALWAYS)));
    }

    /** As the supplier does. */
    static CustomerIdentity customer(Insz person, AddressKey address) {
        return new CustomerIdentity(name(person), Optional.of(address), Optional.empty(), Optional.empty());
    }

    private static Set<NameKey> name(Insz person) {
        long nine = Long.parseLong(person.digits()) / 100;
        return NameKey.ofRegister(FAMILIES.get((int) (nine / GIVEN.size() % FAMILIES.size())), List.of(GIVEN.get((int)
                (nine % GIVEN.size()))));
    }

    static Validity always() {
        return ALWAYS;
    }
}
