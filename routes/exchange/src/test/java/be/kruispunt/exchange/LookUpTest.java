package be.kruispunt.exchange;

import static be.kruispunt.exchange.Given.ADEM;
import static be.kruispunt.exchange.Given.NOW;
import static be.kruispunt.exchange.Given.RVA;
import static be.kruispunt.exchange.GivenDecision.taken;
import static be.kruispunt.model.outcome.RefusalCode.DUPLICATE_IDENTIFIER;
import static be.kruispunt.model.outcome.RefusalCode.SCHEMA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.broker.GivenBroker;
import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.message.DocumentFacts;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.outcome.AuditEntry;
import be.kruispunt.model.outcome.Refusal;
import be.kruispunt.model.outcome.Step;
import be.kruispunt.store.RecordEntry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is known of the messages of a batch before they are decided on; on a real store. */
class LookUpTest {
    private static final InstitutionId HUB = InstitutionId.of("BE:0999999922");
    private static final List<AuditEntry> TRAIL = List.of(AuditEntry.passed(Step.VALIDATE, NOW, "valid"));

    @RegisterExtension
    static final GivenStore STORE = new GivenStore();

    private final Retries retries = new Retries(HUB, () -> NOW);
    private final LookUp lookUp = new LookUp(
            STORE.store(),
            retries,
            new Companions(GivenXml.TRANSLATOR, GivenXml.READER, GivenXml.VALIDATOR),
            HUB,
            () -> NOW);

    private static Header header() {
        return Given.header(ADEM, "UB_BUC_01", Optional.of(new CaseId(UUID.randomUUID())));
    }

    private static Validated validated(Received received, Header header) {
        return Given.validated(received, header, new DocumentFacts("U001", List.of(), Map.of(), Map.of()));
    }

    private static Passage underway(Received received, Header header) {
        return new Passage.Underway(validated(received, header), TRAIL);
    }

    /** A message that was taken, and what its sender said of it. */
    private static Header recorded(Received received) {
        RecordEntry.Taken entry = taken(received, "taken", "a document");
        STORE.store().record(List.of(entry), List.of());
        return entry.header();
    }

    private Batch lookedUp(Passage... passages) {
        return lookUp.lookUp(new Batch(List.of(passages), GivenBroker.nowhere()));
    }

    @Test
    void whatNobodyKnows_goesOn_withNothingKnown() {
        Received received = GivenDecision.received();
        assertThat(lookedUp(underway(received, header())).passages())
                .singleElement()
                .isInstanceOfSatisfying(Passage.Underway.class, passage -> {
                    assertThat(passage.trail())
                            .extracting(AuditEntry::step)
                            .containsExactly(Step.VALIDATE, Step.LOOK_UP);
                    assertThat(((LookedUp) passage.stage()).known().cases()).isEmpty();
                    assertThat(passage.stage().holdsIdentifier()).isFalse();
                });
    }

    @Test
    void whatWasTaken_andComesAgain_getsItsFirstAnswer_alsoWhereItWouldBeRefusedNow() {
        Received received = GivenDecision.received();
        Header header = recorded(received);
        Received again = Given.received(ADEM, new String(GivenDecision.body(received), UTF_8));
        var refused = new Passage.Refused(
                validated(again, header), Refusal.of(SCHEMA, "now"), Optional.empty(), false, TRAIL);
        for (Passage passage : List.of(underway(again, header), refused)) {
            assertThat(lookedUp(passage).passages())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Passage.Repeated.class,
                            repeated -> assertThat(repeated.earlier().ticket()).isEqualTo(received.ticket()));
        }
    }

    @Test
    void theCaseOfItsSender_isFound_andNotToldToOthers() {
        Header header = recorded(GivenDecision.received());
        Header next = Given.header(ADEM, "UB_BUC_01", header.caseId());
        Header strangers = Given.header(InstitutionId.of("LU:0099"), "UB_BUC_01", header.caseId());
        List<Passage> passages = lookedUp(
                        underway(GivenDecision.received(), next),
                        underway(Given.received(strangers.sender(), "of a stranger"), strangers))
                .passages();
        assertThat(passages)
                .extracting(passage -> ((LookedUp) ((Passage.Underway) passage).stage())
                        .known()
                        .cases()
                        .size())
                .containsExactly(1, 0);
    }

    @Test
    void anIdentifierThatIsTaken_isRefused_andWhatElseIsWrongIsSaidToo() {
        Received first = GivenDecision.received();
        Header header = recorded(first);
        var wrong = new Passage.Refused(
                validated(GivenDecision.received(), header),
                Refusal.of(SCHEMA, "line 3"),
                Optional.empty(),
                false,
                TRAIL);
        assertThat(refusal(underway(GivenDecision.received(), header)).detail())
                .isEqualTo("the earlier message has ticket " + first.ticket());
        assertThat(refusal(wrong).detail())
                .isEqualTo("the earlier message has ticket " + first.ticket() + "; besides, SCHEMA: line 3");
    }

    private Refusal refusal(Passage passage) {
        var refused = (Passage.Refused) lookedUp(passage).passages().getFirst();
        assertThat(refused.refusal().code()).isEqualTo(DUPLICATE_IDENTIFIER);
        return refused.refusal();
    }

    @Test
    void theSecondOfOneCase_waitsForTheNextRound_andTakesItsTurnInIt() {
        Header opening = header();
        Passage first = underway(GivenDecision.received(), opening);
        Passage second = underway(GivenDecision.received(), Given.header(ADEM, "UB_BUC_01", opening.caseId()));
        Batch round = lookedUp(first, second);
        assertThat(round.passages().getLast()).isEqualTo(new Passage.Waiting(second));
        Batch next =
                lookedUp(new Passage.Done(first.received()), round.passages().getLast());
        assertThat(next.passages().getLast()).isInstanceOf(Passage.Underway.class);
    }

    @Test
    void whatMustNotOvertake_isHeldBack_andNeitherThatNorWhatBrokeIsLookedFor() {
        Header header = header();
        retries.add(Given.received(ADEM, "before"), Optional.of(header), Duration.ofSeconds(5));
        var broken = new Passage.Failed(Given.received(RVA, "broken"), Optional.empty(), new IllegalStateException());
        Passage next = underway(GivenDecision.received(), Given.header(ADEM, "UB_BUC_01", header.caseId()));
        assertThat(lookedUp(next, broken).passages())
                .satisfiesExactly(
                        held -> assertThat(held).isInstanceOf(Passage.HeldBack.class),
                        failed -> assertThat(failed).isSameAs(broken));
    }
}
