package be.kruispunt.store;

import static be.kruispunt.store.Samples.ADEM;
import static be.kruispunt.store.Samples.CNS;
import static be.kruispunt.store.Samples.LUCAS;
import static be.kruispunt.store.Samples.MARIE;
import static be.kruispunt.store.Samples.RVA;
import static be.kruispunt.store.Samples.authorisation;
import static be.kruispunt.store.Samples.institution;
import static be.kruispunt.store.Samples.line;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.access.AccessDecision;
import be.kruispunt.access.AccessPolicy;
import be.kruispunt.access.AccessRequest;
import be.kruispunt.access.Authorisation;
import be.kruispunt.access.DirectoryExtract;
import be.kruispunt.access.DirectoryLine;
import be.kruispunt.access.Institution;
import be.kruispunt.access.Period;
import be.kruispunt.model.cases.CaseRole;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.Insz;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The register, its copy in memory, and the reference directory. */
class RegisterTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @RegisterExtension
    static final TestStore TEST = new TestStore();

    private final Store store = TEST.store();
    private final RegisterWriter writer = store.registerWriter();

    @Test
    void institutionComesBackAsItWasPut() {
        Institution adem = institution(ADEM, "Agence pour le développement de l'emploi");
        writer.putInstitutions(List.of(institution(ADEM, "an older name"), adem));

        assertThat(store.register().active(ADEM, TODAY)).contains(adem);
    }

    @Test
    void institutionPutAgain_losesWhatItNoLongerHas() {
        writer.putInstitutions(List.of(institution(CNS, "CNS")));
        Institution less = new Institution(
                CNS,
                "CNS",
                institution(CNS, "").network(),
                0,
                new Period(TODAY, Optional.of(TODAY)),
                List.of(),
                List.of(Samples.U002));
        writer.putInstitutions(List.of(less));

        assertThat(store.register().active(CNS, TODAY)).contains(less);
        assertThat(store.register().active(CNS, TODAY.plusDays(1))).isEmpty();
    }

    @Test
    void registerStaysTheSameObject_untilItChanges() {
        writer.putInstitutions(List.of(institution(RVA, "RVA")));
        var before = store.register();
        assertThat(lookUp(Set.of()).register()).isSameAs(before);

        writer.putAuthorisations(List.of(authorisation("26/099")));

        assertThat(lookUp(Set.of()).register()).isNotSameAs(before);
        assertThat(lookUp(Set.of()).register()).isSameAs(store.register());
    }

    @Test
    void changeByAnotherProgram_isSeenByTheNextLookUp() {
        writer.putInstitutions(List.of(institution(RVA, "RVA")));
        assertThat(lookUp(Set.of()).register().active(RVA, TODAY)).isPresent();

        assertThat(TEST.run("update institution set active_to = '2026-01-01' where id = '" + RVA + "'"))
                .isEmpty();

        assertThat(lookUp(Set.of()).register().active(RVA, TODAY)).isEmpty();
    }

    @Test
    void authorisationComesBack_soThatThePolicyGrantsByIt() {
        Institution owner = institution(ADEM, "ADEM");
        Institution other = new Institution(
                RVA,
                "RVA",
                owner.network(),
                18,
                owner.active(),
                List.of(new be.kruispunt.access.Competence("UB_BUC_01", CaseRole.COUNTERPARTY, owner.active())),
                List.of());
        writer.putInstitutions(List.of(owner, other));
        writer.putAuthorisations(List.of(authorisation("26/014")));
        writer.putDirectoryLines(List.of(line(MARIE, RVA), line(MARIE, ADEM)));

        Known known = lookUp(Set.of(MARIE));
        var request = new AccessRequest(
                ADEM,
                CaseRole.CASE_OWNER,
                List.of(RVA),
                "U002",
                "UB_BUC_01",
                Samples.UNEMPLOYMENT,
                List.of(MARIE),
                TODAY);

        assertThat(new AccessPolicy().decide(request, known.register(), known.directory()))
                .isEqualTo(new AccessDecision.Granted(List.of(other), List.of("26/014")));
    }

    @Test
    void theRightsOfAnAuthorisationComeBack_alsoFromTheHistory() {
        Authorisation plain = authorisation("26/077");
        var naming = new Authorisation(
                plain.number(),
                plain.sender(),
                plain.receiver(),
                "M901",
                plain.legalContext(),
                Set.of(),
                Set.of(),
                0,
                plain.period(),
                Set.of("LIVING_WAGE", "BLIND_90"));
        writer.putAuthorisations(List.of(naming));

        assertThat(store.registerState(Set.of()).authorisations()).contains(naming);
        assertThat(store.registerChanges(1).getFirst().after().get("rights")).contains("BLIND_90", "LIVING_WAGE");
    }

    @Test
    void directoryLines_comeForThePersonsOfEachMessageOnly() {
        Insz stranger = Insz.of("01490700185");
        writer.putDirectoryLines(List.of(line(LUCAS, RVA), line(stranger, RVA), line(stranger, CNS)));

        List<Known> known = store.lookUp(List.of(key(Set.of(LUCAS)), key(Set.of(stranger)), key(Set.of())));

        assertThat(known.get(0).directory().lines()).containsExactly(line(LUCAS, RVA));
        assertThat(known.get(1).directory().lines())
                .containsExactlyInAnyOrder(line(stranger, RVA), line(stranger, CNS));
        assertThat(known.get(2).directory()).isEqualTo(DirectoryExtract.EMPTY);
    }

    @Test
    void directoryLinePutAgain_getsItsEnd() {
        Insz person = Insz.of("98472899765");
        DirectoryLine open = line(person, RVA);
        writer.putDirectoryLines(List.of(open));
        var closed = new DirectoryLine(
                person,
                RVA,
                open.sector(),
                open.quality(),
                open.phase(),
                new Period(open.period().from(), Optional.of(TODAY)),
                TODAY);
        writer.putDirectoryLines(List.of(open, closed));

        assertThat(lookUp(Set.of(person)).directory().lines()).containsExactly(closed);
    }

    @Test
    void replacedNumber_comesWithThePresentOne() {
        Insz old = Insz.of("29311104266");
        Insz present = Insz.of("29111114418");
        writer.putReplacedNumbers(Map.of(old, present));

        assertThat(lookUp(Set.of(old)).directory().replacedBy()).containsExactly(Map.entry(old, present));
        assertThat(lookUp(Set.of(LUCAS)).directory().replacedBy()).isEmpty();
    }

    @Test
    void linesUnderEveryNumberOfAPerson_comeWithEachOfThem_alsoWhereReplacementsGoRound() {
        Insz first = Insz.of("79441203718");
        Insz second = Insz.of("74113050136");
        Insz present = Insz.of("66091804291");
        writer.putDirectoryLines(List.of(line(first, RVA), line(present, CNS)));
        writer.putReplacedNumbers(Map.of(first, second, second, present));
        for (Insz number : List.of(first, second, present)) {
            DirectoryExtract directory = lookUp(Set.of(number, LUCAS)).directory();
            assertThat(directory.lines()).contains(line(first, RVA), line(present, CNS));
            assertThat(directory.present(number)).isEqualTo(present);
        }
        writer.putReplacedNumbers(Map.of(present, first));
        assertThat(lookUp(Set.of(present)).directory().lines()).hasSize(2);
    }

    @Test
    void twentyThousandLinesAndMore_arePutInParts() {
        long before = store.stats().directoryLines();
        List<DirectoryLine> many =
                People.some(25_000).map(person -> line(person, CNS)).toList();
        writer.putDirectoryLines(many);
        assertThat(store.stats().directoryLines()).isEqualTo(before + 25_000);
    }

    private Known lookUp(Set<Insz> persons) {
        return store.lookUp(List.of(key(persons))).getFirst();
    }

    private static LookUpKey key(Set<Insz> persons) {
        return new LookUpKey(ADEM, Digest.of(Samples.bytes("new")), Optional.empty(), Optional.empty(), persons);
    }
}
