package be.kruispunt.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import be.kruispunt.access.RegisterDifference.Change;
import be.kruispunt.model.cases.CaseRole;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.outcome.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** From the register as it is to the register as a file says. */
class RegisterDifferenceTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Period ALWAYS = Period.since(LocalDate.of(2020, 1, 1));
    private static final Period ENDED = new Period(ALWAYS.from(), Optional.of(TODAY));
    private static final Insz MARIE = Insz.of("85073003328");
    private static final Insz LUCAS = Insz.of("17073003384");
    private static final Insz FORMER = Insz.of("85473003317");
    private static final Institution ADEM = institution("LU:0053", "ADEM", ALWAYS);
    private static final Institution RVA = institution("BE:0206737484", "RVA", ALWAYS);
    private static final Authorisation U1 = authorisation(ALWAYS);
    private static final DirectoryLine LINE = entry(ALWAYS).line(18, LocalDate.of(2026, 1, 5));

    private static final RegisterState PRESENT =
            new RegisterState(7, List.of(ADEM, RVA), List.of(U1), Set.of(LINE), Map.of());

    private static Institution institution(String id, String name, Period active) {
        InstitutionId institution = InstitutionId.of(id);
        return new Institution(
                institution,
                name,
                id.startsWith("BE") ? Network.PRIMARY : Network.FOREIGN,
                id.startsWith("BE") ? 18 : 0,
                active,
                List.of(
                        new Competence("UB_BUC_01", CaseRole.COUNTERPARTY, ALWAYS),
                        new Competence("PD_U1", CaseRole.CASE_OWNER, ALWAYS)),
                List.of());
    }

    private static Authorisation authorisation(Period period) {
        return new Authorisation(
                "26/014",
                ADEM.id(),
                RVA.id(),
                "U1",
                LegalContext.of("UNEMPLOYMENT"),
                Set.of("1", "4"),
                Set.of(),
                2,
                period);
    }

    private static DirectoryEntry entry(Period period) {
        return new DirectoryEntry(MARIE, RVA.id(), Optional.empty(), "4", 2, period);
    }

    private static <T> Placed<T> at(int line, T value) {
        return new Placed<>("/entry[" + line + "]", line, value);
    }

    private static RegisterEntries entries(
            Optional<List<Placed<Institution>>> institutions,
            Optional<List<Placed<Authorisation>>> authorisations,
            List<Placed<DirectoryEntry>> lines,
            List<Placed<DirectoryEntry>> removed) {
        return new RegisterEntries(institutions, authorisations, lines, removed, List.of(), List.of(), Set.of());
    }

    private static RegisterDifference to(RegisterEntries wanted) {
        return RegisterDifference.between(PRESENT, wanted, TODAY);
    }

    @Test
    void aSectionThatIsAbsent_isLeftAsItStands() {
        assertThat(to(entries(Optional.empty(), Optional.empty(), List.of(), List.of()))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void whatTheFileSaysAgain_isNoChange_inWhateverOrder() {
        Institution reordered = new Institution(
                ADEM.id(),
                ADEM.name(),
                ADEM.network(),
                0,
                ALWAYS,
                ADEM.competences().reversed(),
                List.of());
        RegisterDifference difference = to(entries(
                Optional.of(List.of(at(2, RVA), at(1, reordered))),
                Optional.of(List.of(at(3, U1))),
                List.of(at(4, entry(ALWAYS))),
                List.of()));
        assertThat(difference.isEmpty()).isTrue();
    }

    @Test
    void whatTheFileLeavesOut_goes_butNotFromTheDirectory() {
        RegisterDifference difference =
                to(entries(Optional.of(List.of(at(1, RVA))), Optional.of(List.of()), List.of(), List.of()));
        assertThat(difference.institutions()).containsExactly(new Change<>(Optional.of(ADEM), Optional.empty()));
        assertThat(difference.authorisations()).containsExactly(new Change<>(Optional.of(U1), Optional.empty()));
        assertThat(difference.lines()).isEmpty();
        assertThat(difference.removals()).isEqualTo(2);
    }

    @Test
    void aLineThatIsPutAgain_getsItsEnd_theInstitutionsSector_andTheDay() {
        RegisterDifference difference =
                to(entries(Optional.empty(), Optional.empty(), List.of(at(1, entry(ENDED))), List.of()));
        assertThat(difference.lines())
                .containsExactly(
                        new Change<>(Optional.of(LINE), Optional.of(entry(ENDED).line(18, TODAY))));
        assertThat(difference.removals()).isZero();
    }

    @Test
    void aLineThatIsNamedToGo_goes_andOneThatIsNotThere_isNoChange() {
        var stranger = new DirectoryEntry(LUCAS, RVA.id(), Optional.empty(), "4", 2, ALWAYS);
        RegisterDifference difference = to(
                entries(Optional.empty(), Optional.empty(), List.of(), List.of(at(1, entry(ALWAYS)), at(2, stranger))));
        assertThat(difference.lines()).containsExactly(new Change<>(Optional.of(LINE), Optional.empty()));
    }

    @Test
    void aReplacementThatIsNamedToGo_goes_whereItStandsSo() {
        var present = new RegisterState(
                7, List.of(), List.of(), Set.of(), Map.of(FORMER, MARIE, Insz.of("29311104266"), LUCAS));
        Function<ReplacedNumber, RegisterEntries> without = gone -> new RegisterEntries(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(at(1, new ReplacedNumber(LUCAS, MARIE))),
                List.of(at(2, gone)),
                Set.of());
        RegisterEntries asItStands = without.apply(new ReplacedNumber(FORMER, MARIE));
        assertThat(RegisterDifference.between(present, asItStands, TODAY).replacedNumbers())
                .containsExactly(
                        new Change<>(Optional.of(new ReplacedNumber(FORMER, MARIE)), Optional.empty()),
                        new Change<>(Optional.empty(), Optional.of(new ReplacedNumber(LUCAS, MARIE))));
        assertThat(RegisterCheck.findings(present, asItStands, Map.of())).isEmpty();
        assertThat(RegisterDifference.between(present, without.apply(new ReplacedNumber(FORMER, LUCAS)), TODAY)
                        .removals())
                .as("by another number")
                .isZero();
        assertThat(RegisterCheck.findings(present, without.apply(new ReplacedNumber(LUCAS, MARIE)), Map.of()))
                .extracting(Finding::code)
                .as("put and taken away")
                .containsExactly("REGISTER-TWICE");
    }

    @Test
    void anInstitutionThatIsLeftOut_andStillNamed_isFound() {
        RegisterEntries wanted = entries(Optional.of(List.of(at(1, RVA))), Optional.empty(), List.of(), List.of());
        assertThat(RegisterCheck.findings(PRESENT, wanted, Map.of()))
                .extracting(Finding::code, Finding::message)
                .containsExactly(tuple("REGISTER-STILL-NAMED", "authorisation 26/014 still names LU:0053"));
    }

    /** Whoever goes must be gone from the directory too: what is left of it would count again with the next registration. */
    @Test
    void anInstitutionThatIsLeftOut_andStillInTheDirectory_isFound_unlessItsLinesGoWithIt() {
        Map<InstitutionId, Long> lines = Map.of(RVA.id(), 1L);
        RegisterEntries alone =
                entries(Optional.of(List.of(at(1, ADEM))), Optional.of(List.of()), List.of(), List.of());
        assertThat(alone.leftOut(PRESENT)).containsExactly(RVA.id());
        assertThat(RegisterCheck.findings(PRESENT, alone, lines))
                .extracting(Finding::code, Finding::message)
                .containsExactly(tuple("REGISTER-STILL-NAMED", "1 directory line(s) still name BE:0206737484"));

        RegisterEntries withItsLine = entries(
                Optional.of(List.of(at(1, ADEM))),
                Optional.of(List.of()),
                List.of(),
                List.of(at(2, entry(ALWAYS)))); // without a sector: that of the institution, which goes
        assertThat(RegisterCheck.findings(PRESENT, withItsLine, lines)).isEmpty();
        assertThat(to(withItsLine).lines()).containsExactly(new Change<>(Optional.of(LINE), Optional.empty()));
    }

    @Test
    void grounds_areReadAsTheyWereWritten_alsoThoseOfEarlierVersions() {
        for (Grounds grounds : List.of(new Grounds(List.of("26/001", "26/002"), 17), new Grounds(List.of("A-1"), 0))) {
            assertThat(Grounds.read(grounds.toString())).hasValue(grounds);
        }
        assertThat(Grounds.read("sha256 5c16b660")).isEmpty();
    }
}
