package be.kruispunt.hub.sample.population;

import be.kruispunt.hub.sample.population.InventedNumbers.Invented;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.matching.AddressKey;
import be.kruispunt.model.rights.Household;
import be.kruispunt.model.rights.HouseholdAddress;
import be.kruispunt.model.rights.HouseholdMember;
import be.kruispunt.model.rights.SocialStatus;
import be.kruispunt.model.rights.StatusChange;
import be.kruispunt.model.rights.StatusCode;
import be.kruispunt.model.rights.Validity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A population: the households of which a source has a decision, with what the sources tell of them, and the customers of suppliers, of
 * whom most are people of whom nothing is told. It comes a page at a time and is never held as a whole: five million customers need no
 * more memory than a thousand.
 *
 * <p>As in life some decisions have ended, some persons died, moved out, or have a number that replaced another.
 */
public final class Population implements Iterator<Page> {
    private static final int HOUSEHOLDS_PER_PAGE = 1_000;

    /** Of a thousand. */
    private static final int ENDED = 100;

    private static final int WITH_AN_END = 200;
    private static final int DEAD = 5;
    private static final int MOVED_OUT = 20;
    private static final int REPLACED = 2;
    private static final int REIMBURSED = 600;
    private static final int SOCIAL_TENANTS = 50;
    private static final int DISABLED = 60;

    private final Size size;
    private final LocalDate day;
    private final InventedNumbers numbers;
    private final SplittableRandom random;
    private final Clientele clientele;
    private long entitled;
    private long household;

    /**
     * How large it is.
     *
     * @param entitled persons with the social tariff for energy; a few more, as households are whole
     * @param customers of all suppliers together, a few more likewise
     */
    public record Size(long entitled, long customers) {
        private static final long MOST = 4_000_000;

        public Size {
            if (entitled < 1 || entitled > MOST || customers < 0 || customers > 2 * MOST) {
                throw new IllegalArgumentException(
                        "1 to 4,000,000 entitled persons and no more than 8,000,000 customers: there are not enough"
                                + " numbers for more");
            }
        }
    }

    /**
     * The same people for the same seed, size and year.
     *
     * @param today statuses are as they were on the first day of this year
     */
    public Population(long seed, Size size, LocalDate today) {
        this.size = size;
        this.day = today.withDayOfYear(1);
        this.numbers = new InventedNumbers(day);
        this.random = new SplittableRandom(seed);
        this.clientele = new Clientele(day, numbers, random);
    }

    @Override
    public boolean hasNext() {
        return entitled < size.entitled() || clientele.count() < size.customers();
    }

    @Override
    public Page next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var page = new Page();
        while (page.households().size() < HOUSEHOLDS_PER_PAGE && entitled < size.entitled()) {
            entitled += household(page);
            long due = size.customers() * Math.min(entitled, size.entitled()) / size.entitled();
            clientele.fill(page, due);
        }
        clientele.fill(page, entitled < size.entitled() ? 0 : size.customers());
        return page;
    }

    /** A household in which somebody has a status; gives how many of it are entitled. */
    private int household(Page page) {
        Decision decision = Decision.any(random);
        HouseholdKind kind = HouseholdKind.with(decision.age(), random);
        AgeGroup ofAdults = decision.age() == AgeGroup.ELDER ? AgeGroup.ELDER : AgeGroup.ADULT;
        var people = new ArrayList<Invented>();
        for (int adult = 0; adult < kind.adults(); adult++) {
            people.add(numbers.next(ofAdults));
        }
        for (int child = kind.children(random); child > 0; child--) {
            people.add(numbers.next(AgeGroup.CHILD));
        }
        household++;
        Insz holder = (decision.age() == AgeGroup.CHILD ? people.getLast() : people.getFirst()).number();
        int present = members(page, people, holder);
        clientele.offer(page, people.getFirst().number(), home(), size.customers());
        boolean goesOn = statuses(page, decision, holder);
        page.entitled(goesOn ? present : 0);
        return goesOn ? present : 0;
    }

    /** Adds the household, and that of who left it; gives how many live there on the day. */
    private int members(Page page, List<Invented> people, Insz holder) {
        LocalDate since = day.minusDays(random.nextInt(500, 6_000));
        var members = new ArrayList<HouseholdMember>();
        int present = 0;
        for (Invented each : people) {
            Insz person = each.number();
            LocalDate from = each.born().isAfter(since) ? each.born() : since;
            LocalDate gone = day.minusDays(random.nextInt(1, 400));
            boolean mayGo = !person.equals(holder) && gone.isAfter(from);
            if (mayGo && Shares.isOneOf(random, MOVED_OUT)) {
                members.add(new HouseholdMember(person, Validity.of(from, gone)));
                var alone = new HouseholdMember(person, Validity.from(gone.plusDays(1)));
                page.add(new Household(id() + "-" + members.size(), List.of(alone)));
            } else {
                members.add(new HouseholdMember(person, Validity.from(from)));
                if (mayGo && Shares.isOneOf(random, DEAD)) {
                    page.died(person, gone);
                } else {
                    present++;
                }
            }
        }
        home().ifPresent(_ -> members.forEach(member -> page.add(Named.register(member.person()))));
        page.add(new Household(
                id(),
                members,
                home().map(address -> new HouseholdAddress(Set.of(address), Named.always())).stream()
                        .toList()));
        return present;
    }

    /** Where the register says that the household lives: of those whose suppliers know them by name and address alone. */
    private Optional<AddressKey> home() {
        return Named.isOne(household) ? Optional.of(Named.home(household)) : Optional.empty();
    }

    private String id() {
        return "H-" + household;
    }

    /** Adds what the sources tell of who has a status; gives whether he still has it on the day. */
    private boolean statuses(Page page, Decision decision, Insz holder) {
        LocalDate from = day.minusDays(random.nextInt(400, 3_000));
        boolean ended = Shares.isOneOf(random, ENDED);
        Validity valid = Validity.from(from);
        if (ended) {
            valid = Validity.of(from, from.plusDays(random.nextInt(1, 399)));
        } else if (Shares.isOneOf(random, WITH_AN_END)) {
            valid = Validity.of(from, day.plusDays(random.nextInt(1, 700)));
        }
        page.add(decision.source(), granted(holder, decision.status(), valid, "1"));
        if (Shares.isOneOf(random, REIMBURSED)) {
            page.add(
                    PopulationRegister.INSURERS,
                    granted(formerly(page, holder), StatusCode.of("INCREASED_REIMBURSEMENT"), valid, "2"));
        }
        if (Shares.isOneOf(random, SOCIAL_TENANTS)) {
            page.add(
                    PopulationRegister.HOUSING,
                    granted(holder, StatusCode.of("SOCIAL_FLAT_TENANT"), Validity.from(from), "3"));
        }
        if (Shares.isOneOf(random, DISABLED)) {
            page.add(
                    PopulationRegister.DISABILITY,
                    granted(holder, StatusCode.of("DISABILITY_80"), Validity.from(from), "4"));
        }
        return !ended;
    }

    /** The number by which some are still known to a source, where another has replaced it. */
    private Insz formerly(Page page, Insz present) {
        if (!Shares.isOneOf(random, REPLACED)) {
            return present;
        }
        Insz old = numbers.next(AgeGroup.ADULT).number();
        page.replaced(old, present);
        return old;
    }

    private StatusChange granted(Insz person, StatusCode code, Validity valid, String which) {
        LocalDate decided = valid.from().plusDays(random.nextInt(60));
        return new StatusChange.Granted(new SocialStatus(person, code, valid, decided, "D-" + household + "-" + which));
    }
}
