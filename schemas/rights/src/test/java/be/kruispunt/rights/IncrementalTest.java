package be.kruispunt.rights;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.id.BirthDate;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.Household;
import be.kruispunt.model.rights.HouseholdMember;
import be.kruispunt.model.rights.SocialStatus;
import be.kruispunt.model.rights.StatusCode;
import be.kruispunt.model.rights.Validity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whoever is not affected by a change has the rights that he had: so those who are affected need be derived, and no others. */
class IncrementalTest {
    private static final Schemes SCHEMES = Schemes.standard();
    private static final Derivation DERIVATION = new Derivation(SCHEMES);
    private static final List<StatusCode> CODES =
            SCHEMES.statuses().stream().map(StatusKind::code).sorted().toList();
    private static final List<Insz> PERSONS = IntStream.range(0, 8)
            .mapToObj(i -> Numbers.born(i < 4 ? "1979-04-12" : i < 6 ? "2008-06-15" : "2007-00-00", 100 + i))
            .toList();

    /** A world that can change. */
    private static final class World {
        private final Random random;
        private final Map<Insz, LocalDate> died = new HashMap<>();
        private final Map<Insz, BirthDate> born = new HashMap<>();
        private final Map<Insz, Insz> replacedBy = new HashMap<>();
        private final List<SocialStatus> statuses = new ArrayList<>();
        private final List<Household> households = new ArrayList<>();

        World(long seed) {
            random = new Random(seed);
            IntStream.range(0, 6).forEach(i -> statuses.add(status(i)));
            IntStream.range(0, 3).forEach(i -> households.add(household(i)));
            if (random.nextBoolean()) {
                died.put(person(), day());
            }
        }

        Facts facts() {
            return new Facts(
                    PERSONS.stream()
                            .map(number -> new PersonFacts(
                                    number,
                                    Optional.ofNullable(born.get(number)),
                                    Optional.ofNullable(died.get(number)),
                                    statuses.stream()
                                            .filter(each -> each.person().equals(number))
                                            .toList()))
                            .toList(),
                    households,
                    replacedBy);
        }

        /** Whose number a change names. */
        Set<Insz> change() {
            var changed = new HashSet<Insz>();
            switch (random.nextInt(5)) {
                case 0 -> {
                    int i = random.nextInt(statuses.size());
                    changed.add(statuses.get(i).person());
                    statuses.set(i, status(i));
                    changed.add(statuses.get(i).person());
                }
                case 1 -> {
                    int i = random.nextInt(households.size());
                    households.get(i).members().forEach(member -> changed.add(member.person()));
                    households.set(i, household(i));
                    households.get(i).members().forEach(member -> changed.add(member.person()));
                }
                case 2 -> {
                    Insz person = person();
                    died.put(person, day());
                    changed.add(person);
                }
                case 3 -> {
                    Insz person = person();
                    born.put(person, new BirthDate(2004 + random.nextInt(6), random.nextInt(13), 0));
                    changed.add(person);
                }
                default -> {
                    replacedBy.put(PERSONS.get(0), PERSONS.get(1));
                    changed.add(PERSONS.get(0));
                    changed.add(PERSONS.get(1));
                }
            }
            return changed;
        }

        private SocialStatus status(int i) {
            StatusCode code = CODES.get(random.nextInt(CODES.size()));
            return new SocialStatus(person(), code, validity(), day(), "decision-" + i);
        }

        private Household household(int i) {
            var members = new HashSet<Insz>();
            IntStream.range(0, 3).forEach(any -> members.add(person()));
            return new Household(
                    "home-" + i,
                    members.stream()
                            .map(person -> new HouseholdMember(person, validity()))
                            .toList());
        }

        private Insz person() {
            return PERSONS.get(random.nextInt(PERSONS.size()));
        }

        private LocalDate day() {
            return LocalDate.of(2019, 1, 1).plusDays(random.nextInt(3_000));
        }

        private Validity validity() {
            LocalDate from = day();
            return random.nextBoolean() ? Validity.from(from) : Validity.of(from, from.plusDays(random.nextInt(1_000)));
        }
    }

    @Property(tries = 400)
    void whoIsNotAffected_hasTheSameRights(@ForAll long seed) {
        var world = new World(seed);
        Facts before = world.facts();
        Set<Insz> changed = world.change();
        Facts after = world.facts();
        var affected = new HashSet<>(before.affectedBy(changed));
        affected.addAll(after.affectedBy(changed));
        for (Insz person : PERSONS) {
            if (!affected.contains(person)) {
                assertThat(DERIVATION.rights(person, after)).isEqualTo(DERIVATION.rights(person, before));
            }
        }
    }

    @Property(tries = 400)
    void rightsOfOneScheme_neverOverlap_andFollowFromAGround(@ForAll long seed) {
        Facts facts = new World(seed).facts();
        for (Insz person : PERSONS) {
            List<DerivedRight> rights = DERIVATION.rights(person, facts);
            assertThat(rights)
                    .isSortedAccordingTo(Comparator.comparing(DerivedRight::scheme)
                            .thenComparing(right -> right.valid().from()));
            for (int i = 0; i < rights.size(); i++) {
                DerivedRight right = rights.get(i);
                if (i > 0 && rights.get(i - 1).scheme().equals(right.scheme())) {
                    assertThat(rights.get(i - 1).valid().and(right.valid())).isEmpty();
                }
                Ground ground = DERIVATION
                        .grounds(person, facts, right.scheme(), right.valid().from())
                        .getFirst();
                assertThat(ground.right().line()).isEqualTo(right.line());
                assertThat(ground.right().version()).isEqualTo(right.version());
                assertThat(ground.right().certain()).isEqualTo(right.certain());
            }
        }
    }

    /** The other persons of the world are of no account. */
    @Property(tries = 200)
    void aPersonDerivedWithHisHouseholdsOnly_hasTheSameRights(@ForAll long seed) {
        var world = new World(seed);
        Facts all = world.facts();
        for (Insz person : PERSONS) {
            Set<Insz> near = all.affectedBy(Set.of(person));
            var own = new Facts(
                    near.stream().map(all::of).toList(),
                    world.households.stream()
                            .filter(household -> household.members().stream()
                                    .anyMatch(member -> member.person().equals(person)))
                            .toList(),
                    Map.of());
            assertThat(DERIVATION.rights(person, own)).isEqualTo(DERIVATION.rights(person, all));
        }
    }
}
