package be.kruispunt.buffer.report;

import be.kruispunt.model.id.Insz;
import be.kruispunt.model.matching.AddressKey;
import be.kruispunt.model.matching.NameKey;
import be.kruispunt.model.rights.Household;
import be.kruispunt.model.rights.HouseholdAddress;
import be.kruispunt.model.rights.HouseholdMember;
import be.kruispunt.model.rights.PersonIdentity;
import be.kruispunt.model.rights.PersonName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A line of a register of persons, each a whole: {@code HOUSEHOLD;reference} and then, for each member and each address,
 * {@code MEMBER;ssin;from;until} and {@code ADDRESS;street;houseNumber;box;postalCode;from;until}; {@code DEATH;ssin;day};
 * {@code PERSON;ssin;birthDate} and then, for each of his names, {@code NAME;familyName;givenNames;from;until}.
 */
final class HouseholdText {
    /** As many as in the messages. */
    private static final int MOST = 100;

    private HouseholdText() {}

    /** What a line tells. */
    sealed interface Told {
        record Home(Household household) implements Told {}

        /** {@code day} empty: he lives. */
        record Death(Insz person, Optional<LocalDate> day) implements Told {}

        record Named(PersonIdentity identity) implements Told {}
    }

    static Optional<Told> read(String line) {
        return LineColumns.read(line, HouseholdText::told);
    }

    private static Told told(LineColumns columns) {
        return switch (columns.text()) {
            case "HOUSEHOLD" -> new Told.Home(household(columns));
            case "DEATH" -> new Told.Death(columns.person(), columns.optionalDay());
            case "PERSON" -> new Told.Named(identity(columns));
            default -> throw new IllegalArgumentException("HOUSEHOLD, DEATH or PERSON wanted");
        };
    }

    private static Household household(LineColumns columns) {
        String reference = columns.text();
        var members = new ArrayList<HouseholdMember>();
        var addresses = new ArrayList<HouseholdAddress>();
        while (columns.hasMore()) {
            switch (columns.text()) {
                case "MEMBER" -> members.add(new HouseholdMember(columns.person(), columns.validity()));
                case "ADDRESS" -> addresses.add(address(columns));
                default -> throw new IllegalArgumentException("MEMBER or ADDRESS wanted");
            }
        }
        requireNotTooMany(members);
        requireNotTooMany(addresses);
        return new Household(reference, members, addresses);
    }

    private static HouseholdAddress address(LineColumns columns) {
        List<String> streets = columns.texts();
        if (streets.isEmpty()) {
            throw new IllegalArgumentException("an address has a street");
        }
        String number = columns.anyText();
        String box = columns.anyText();
        String postalCode = columns.text();
        Set<AddressKey> spellings = streets.stream()
                .flatMap(street -> AddressKey.of(postalCode, street, number, box).stream())
                .collect(Collectors.toSet());
        return new HouseholdAddress(spellings, columns.validity());
    }

    private static PersonIdentity identity(LineColumns columns) {
        Insz person = columns.person();
        var born = columns.birthDate();
        var names = new ArrayList<PersonName>();
        while (columns.hasMore()) {
            if (!columns.text().equals("NAME")) {
                throw new IllegalArgumentException("NAME wanted");
            }
            names.add(new PersonName(NameKey.ofRegister(columns.text(), columns.texts()), columns.validity()));
        }
        requireNotTooMany(names);
        return new PersonIdentity(person, born, names);
    }

    private static void requireNotTooMany(List<?> told) {
        if (told.size() > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " of a kind in a line");
        }
    }
}
