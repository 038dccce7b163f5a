package be.kruispunt.store;

import static be.kruispunt.store.RightsStoreTest.DERIVER;
import static be.kruispunt.store.RightsStoreTest.SCHEMES;
import static be.kruispunt.store.Samples.RVA;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.Household;
import be.kruispunt.model.rights.HouseholdMember;
import be.kruispunt.model.rights.SocialStatus;
import be.kruispunt.model.rights.StatusChange;
import be.kruispunt.model.rights.StatusChange.Corrected;
import be.kruispunt.model.rights.StatusChange.Granted;
import be.kruispunt.model.rights.StatusChange.Withdrawn;
import be.kruispunt.model.rights.StatusCode;
import be.kruispunt.model.rights.Validity;
import be.kruispunt.rights.StatusKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A derivation of everybody finds what was derived piece by piece. */
class FullDerivationTest {
    @RegisterExtension
    static final TestStore TEST = new TestStore();

    private final RightsStore rights = TEST.store().rights();

    @Test
    void everybodyDerivedAnew_hasWhatWasDerivedPieceByPiece() {
        var world = new Random(7);
        List<Insz> some = Persons.next(10);
        List<StatusCode> codes =
                SCHEMES.statuses().stream().map(StatusKind::code).sorted().toList();
        var told = new ArrayList<SocialStatus>();
        for (int i = 0; i < 120; i++) {
            Insz someone = some.get(world.nextInt(some.size()));
            LocalDate day = LocalDate.of(2019, 1, 1).plusDays(world.nextInt(2_900));
            Validity valid =
                    world.nextBoolean() ? Validity.from(day) : Validity.of(day, day.plusDays(world.nextInt(900)));
            switch (world.nextInt(6)) {
                case 0, 1 -> {
                    var status = new SocialStatus(someone, codes.get(world.nextInt(codes.size())), valid, day, "w" + i);
                    told.add(status);
                    report(new Granted(status));
                }
                case 2 -> {
                    if (!told.isEmpty()) {
                        SocialStatus former = told.remove(world.nextInt(told.size()));
                        report(new Withdrawn(former.person(), former.status(), former.reference()));
                    }
                }
                case 3 -> {
                    if (!told.isEmpty()) {
                        SocialStatus former = told.removeLast();
                        var now = new SocialStatus(someone, former.status(), valid, day, former.reference());
                        told.add(now);
                        report(new Corrected(now));
                    }
                }
                case 4 ->
                    rights.report(
                            new HouseholdReport(RVA, "a test", List.of(home(world, some, valid)), Map.of()), DERIVER);
                default ->
                    rights.report(
                            new HouseholdReport(
                                    RVA,
                                    "a test",
                                    List.of(),
                                    Map.of(someone, world.nextBoolean() ? Optional.of(day) : Optional.empty())),
                            DERIVER);
            }
        }
        assertThat(deriveEverybody(DERIVER)).isZero();
        assertThat(deriveEverybody((anybody, facts) -> List.of())).isPositive();
        assertThat(deriveEverybody(DERIVER)).isPositive();
        assertThat(deriveEverybody(DERIVER)).isZero();
        assertThat(
                        TEST.ask(
                                """
                        select count(*) from derived_right a join derived_right b
                            on a.person = b.person and a.scheme = b.scheme and a.valid_from < b.valid_from
                            and coalesce(a.valid_until, 'infinity') >= b.valid_from
                        where a.known_until is null and b.known_until is null
                        """))
                .containsExactly("0");
    }

    private static Household home(Random world, List<Insz> some, Validity valid) {
        int first = world.nextInt(some.size() - 3);
        return new Household(
                "w" + world.nextInt(3),
                IntStream.range(first, first + 1 + world.nextInt(3))
                        .mapToObj(i -> new HouseholdMember(some.get(i), valid))
                        .toList());
    }

    private int deriveEverybody(Deriver deriver) {
        int changed = 0;
        RightsStore.DerivedPage page = rights.deriveNext(Optional.empty(), 7, deriver);
        changed += page.changed();
        while (page.last().isPresent()) {
            page = rights.deriveNext(page.last(), 7, deriver);
            changed += page.changed();
        }
        return changed;
    }

    private void report(StatusChange change) {
        rights.report(new StatusReport(RVA, "a test", List.of(change)), DERIVER);
    }
}
