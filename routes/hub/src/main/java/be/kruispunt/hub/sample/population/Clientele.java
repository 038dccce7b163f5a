package be.kruispunt.hub.sample.population;

import be.kruispunt.hub.sample.DemonstrationRegister;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.matching.AddressKey;
import be.kruispunt.model.rights.Customer;
import be.kruispunt.model.rights.CustomerChange;
import be.kruispunt.model.rights.CustomerReference;
import be.kruispunt.model.rights.Validity;
import java.time.LocalDate;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The customers of the suppliers, each under a reference that nobody else has. */
final class Clientele {
    /** Of a thousand. */
    private static final int WITH_WATER = 250;

    private static final int AT_THE_FIRST = 550;
    private static final int SAYS_NOTHING = 10;
    private static final int FORBIDS = 30;
    private static final int GONE = 40;
    private static final int ELDERLY = 250;

    private final LocalDate day;
    private final InventedNumbers numbers;
    private final RandomGenerator random;
    private long count;

    Clientele(LocalDate day, InventedNumbers numbers, RandomGenerator random) {
        this.day = day;
        this.numbers = numbers;
        this.random = random;
    }

    /** How many there are by now. */
    long count() {
        return count;
    }

    /**
     * Somebody of whose household a source has told is a customer for energy, and may be one for water; unless there are enough.
     *
     * @param home where he lives, if his suppliers know him by name and address alone
     */
    void offer(Page page, Insz person, Optional<AddressKey> home, long most) {
        if (count < most) {
            add(page, energy(), person, home);
        }
        if (count < most && Shares.isOneOf(random, WITH_WATER)) {
            add(page, DemonstrationRegister.WATER, person, home);
        }
    }

    /** Adds people of whom nothing is told, until there are so many. */
    void fill(Page page, long due) {
        while (count < due) {
            AgeGroup age = Shares.isOneOf(random, ELDERLY) ? AgeGroup.ELDER : AgeGroup.ADULT;
            boolean water = Shares.isOneOf(random, WITH_WATER);
            add(
                    page,
                    water ? DemonstrationRegister.WATER : energy(),
                    numbers.next(age).number(),
                    Named.isOne(count) ? Optional.of(Named.elsewhere(count)) : Optional.empty());
        }
    }

    private InstitutionId energy() {
        return Shares.isOneOf(random, AT_THE_FIRST) ? DemonstrationRegister.ENERGY : PopulationRegister.OTHER_ENERGY;
    }

    /** Who forbids sharing is not named: nobody is looked for. */
    private void add(Page page, InstitutionId supplier, Insz person, Optional<AddressKey> home) {
        LocalDate since = day.minusDays(random.nextInt(30, 4_000));
        Validity valid = Shares.isOneOf(random, GONE) ? Validity.of(since, day.minusDays(1)) : Validity.from(since);
        boolean saysNothing = Shares.isOneOf(random, SAYS_NOTHING);
        boolean shares = !Shares.isOneOf(random, FORBIDS);
        page.add(
                supplier,
                new CustomerChange.Registered(new Customer(
                        CustomerReference.of("K-" + Padded.number(count++, 8)),
                        saysNothing || home.isPresent() ? Optional.empty() : Optional.of(person),
                        home.filter(any -> shares && !saysNothing).map(address -> Named.customer(person, address)),
                        valid,
                        shares)));
    }
}
