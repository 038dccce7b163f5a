package be.kruispunt.translation;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.jaxb.u002.U002;
import be.kruispunt.documents.jaxb.u1.U1;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.message.LossReport;
import be.kruispunt.model.message.LossReport.Fate;
import be.kruispunt.model.message.LossReport.Line;
import be.kruispunt.translation.u1u002.U002ToU1;
import be.kruispunt.translation.u1u002.U1ToU002;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.w3c.dom.Document;

/** Nothing is dropped silently, whatever the document says. The seeds are fixed: one commit, one verdict. */
class AccountPropertyTest {
    private static final Optional<Issue> ISSUE =
            Optional.of(new Issue(InstitutionId.of("LU:0053"), LocalDate.of(2026, 10, 5)));

    private final U1ToU002 forth = new U1ToU002();
    private final U002ToU1 back = new U002ToU1();

    @Provide
    Arbitrary<Document> u1() {
        return Arbitraries.randoms().map(random -> new SchemaSampler(random).write("U1"));
    }

    @Provide
    Arbitrary<Document> u002() {
        return Arbitraries.randoms().map(random -> new SchemaSampler(random).write("U002"));
    }

    @Property(tries = 75, seed = "2026")
    void samplesFollowTheirSchemas(@ForAll("u1") Document u1, @ForAll("u002") Document u002) {
        Schemas.validate(u1);
        Schemas.validate(u002);
    }

    @Property(tries = 150, seed = "2026")
    void u1ToU002AccountsForEveryFilledBox(@ForAll("u1") Document sample) {
        U1 source = Schemas.unmarshal(sample, U1.class);
        check(sample, forth.map(source, ISSUE), true);
    }

    @Property(tries = 150, seed = "2026")
    void u002ToU1AccountsForEveryFilledElement(@ForAll("u002") Document sample) {
        U002 source = Schemas.unmarshal(sample, U002.class);
        check(sample, back.map(source, ISSUE), true);
    }

    @Property(tries = 75, seed = "2026")
    void u002ToU1AccountsForEveryFilledElement_whenNobodySaysWhoIssuedIt(@ForAll("u002") Document sample) {
        U002 source = Schemas.unmarshal(sample, U002.class);
        Mapped<U1> mapped = back.map(source, Optional.empty());
        assertThat(mapped.content().getInstitution()).isNull();
        check(sample, mapped, false);
    }

    @Property(tries = 150, seed = "2026")
    void whatBothWaysCallCarriedComesBackAsItWas(@ForAll("u1") Document sample) {
        U1 source = Schemas.unmarshal(sample, U1.class);
        Mapped<U002> there = forth.map(source, ISSUE);
        Mapped<U1> again = back.map(there.content(), ISSUE);
        Map<String, String> first = Leaves.of(sample);
        Map<String, String> last = Leaves.all(Schemas.marshal(again.content()));
        Map<String, Line> second = again.report().with(Fate.CARRIED).stream()
                .collect(Collectors.toMap(line -> Leaves.normal(line.source()), Function.identity()));
        int chains = 0;
        for (Line line : there.report().with(Fate.CARRIED)) {
            Line next = second.get(Leaves.normal(line.target()));
            if (next != null) {
                chains++;
                assertThat(last)
                        .as("%s -> %s -> %s", line.source(), line.target(), next.target())
                        .containsEntry(Leaves.normal(next.target()), first.get(Leaves.normal(line.source())));
            }
        }
        assertThat(chains).isGreaterThanOrEqualTo(5);
    }

    @Property(tries = 150, seed = "2026")
    void aU002MadeFromAU1LosesNothingOnTheWayBackAndForth(@ForAll("u1") Document sample) {
        U1 source = Schemas.unmarshal(sample, U1.class);
        source.getInstitution()
                .setCountry(source.getInstitution().getIdentificationNumber().substring(0, 2));
        Optional<Issue> issue = Optional.of(new Issue(
                InstitutionId.of(source.getInstitution().getIdentificationNumber()), LocalDate.of(2026, 10, 5)));
        U002 there = forth.map(source, issue).content();
        Mapped<U1> again = back.map(there, issue);
        U002 thereAgain = forth.map(again.content(), issue).content();
        assertThat(again.report().with(Fate.LOST)).isEmpty();
        assertThat(Leaves.of(Schemas.marshal(thereAgain))).isEqualTo(Leaves.of(Schemas.marshal(there)));
    }

    /** The report that goes onto the receipt counts the same boxes, and is never longer than its schemas. */
    @Property(tries = 75, seed = "2026")
    void theMergedReport_countsEveryBox(@ForAll("u002") Document sample) {
        LossReport report =
                back.map(Schemas.unmarshal(sample, U002.class), ISSUE).report();
        LossReport merged = report.merged();
        for (Fate fate : Fate.values()) {
            assertThat(merged.count(fate)).isEqualTo(report.with(fate).size());
        }
        assertThat(merged.lines()).hasSizeLessThanOrEqualTo(report.lines().size());
        assertThat(merged.omissions()).isEqualTo(report.omissions());
    }

    private static void check(Document sample, Mapped<?> mapped, boolean complete) {
        Document target = Schemas.marshal(mapped.content());
        if (complete) {
            Schemas.validate(target);
        }
        Map<String, String> filled = Leaves.of(sample);
        LossReport report = mapped.report();
        List<String> accounted = report.lines().stream()
                .map(line -> Leaves.normal(line.source()))
                .toList();
        assertThat(accounted).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(filled.keySet());
        Map<String, String> written = Leaves.all(target);
        for (Line line : report.lines()) {
            String path = Leaves.normal(line.target());
            assertThat(line.box()).as(line.source()).isNotEmpty();
            switch (line.fate()) {
                case CARRIED -> {
                    assertThat(written).as(line.source()).containsEntry(path, filled.get(Leaves.normal(line.source())));
                    assertThat(line.reason()).isEmpty();
                }
                case CHANGED -> {
                    assertThat(written).as(line.source()).containsKey(path);
                    assertThat(line.reason()).isNotEmpty();
                }
                case LOST -> {
                    assertThat(path).isEmpty();
                    assertThat(line.reason()).isNotEmpty();
                }
            }
        }
    }
}
