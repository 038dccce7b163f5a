package be.kruispunt.exchange;

import static be.kruispunt.exchange.Given.ADEM;
import static be.kruispunt.exchange.Given.NOW;
import static be.kruispunt.exchange.Given.PERSON;
import static be.kruispunt.exchange.SignTest.HUB;
import static be.kruispunt.exchange.SignTest.SIGNER;
import static be.kruispunt.exchange.SignTest.answer;
import static be.kruispunt.exchange.SignTest.verified;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.buffer.Decision;
import be.kruispunt.documents.Answers;
import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.documents.LineAnswers;
import be.kruispunt.documents.ReceiptContent;
import be.kruispunt.documents.RightsAnswerContent;
import be.kruispunt.documents.Samples;
import be.kruispunt.model.id.AnswerId;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.message.Provenance;
import be.kruispunt.model.outcome.AuditEntry;
import be.kruispunt.model.outcome.RefusalCode;
import be.kruispunt.model.outcome.Step;
import be.kruispunt.model.rights.CustomerReference;
import be.kruispunt.model.rights.Entitlement;
import be.kruispunt.model.rights.RightAnswer;
import be.kruispunt.model.rights.SchemeCode;
import be.kruispunt.store.Effect;
import be.kruispunt.store.RecordEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is left behind of a message that the hub itself takes. */
class SignKeptTest {
    private static final Effect EFFECT = (connection, ticket, at) -> {};
    private static final Insz CUSTOMER = Samples.insz(7);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final LineAnswers LINES =
            new LineAnswers(2, new TreeMap<>(Map.of(RefusalCode.REFERENCE_UNKNOWN, List.of(3))));

    private final Sign sign = new Sign(
            new Sign.Signing(HUB, SIGNER, GivenXml.WRITER, new Answers(GivenXml.WRITER)), () -> NOW, new Random(1));
    private final Authorised authorised =
            Given.authorised(Given.header(ADEM, "GSS", Optional.empty()), "M901", Optional.empty());

    private RecordEntry.Kept kept(Optional<RightsAnswerContent> answer) {
        var considered = new Considered(authorised, new Decision.Taken(LINES, List.of(CUSTOMER), answer, EFFECT));
        Passage passage =
                new Passage.Aside(considered, List.of(AuditEntry.passed(Step.CONSIDER, NOW, "as it was decided")));
        return (RecordEntry.Kept) ((Passage.Ready) sign.sign(passage)).entry();
    }

    @Test
    void aReport_leavesItsEffect_andAReceiptThatSaysWhatBecameOfEachLine() {
        RecordEntry.Kept entry = kept(Optional.empty());
        assertThat(entry.effect()).isSameAs(EFFECT);
        assertThat(entry.outgoing()).isEmpty();
        assertThat(entry.persons()).containsExactly(PERSON, CUSTOMER);
        assertThat(entry.header()).isEqualTo(authorised.header());
        assertThat(entry.takesIdentifier()).isTrue();
        assertThat(entry.handled().audit()).extracting(AuditEntry::step).containsExactly(Step.CONSIDER, Step.SIGN);
        assertThat(answer(entry, ReceiptContent.class))
                .returns(Optional.of(LINES), ReceiptContent::lines)
                .returns(Optional.empty(), ReceiptContent::inCase)
                .returns(List.of(), ReceiptContent::deliveries)
                .returns(authorised.received().digest(), ReceiptContent::received);
    }

    @Test
    void aQuestion_leavesAnAnswerToItsAsker_thatNamesTheQuestion() {
        var told = new RightAnswer(
                CustomerReference.of("K-1"),
                Entitlement.ENTITLED,
                Optional.of(TODAY),
                Optional.of(TODAY.plusDays(39)),
                NOW,
                AnswerId.next(NOW, new Random(2)));
        var content = new RightsAnswerContent(
                authorised.header().instance(), SchemeCode.of("ENERGY_SOCIAL_TARIFF"), TODAY, List.of(told));

        RecordEntry.Kept entry = kept(Optional.of(content));

        assertThat(entry.outgoing()).singleElement().satisfies(document -> {
            assertThat(document.receiver()).isEqualTo(ADEM);
            assertThat(document.type()).isEqualTo(DocumentCatalogue.N901_1_0);
            assertThat(verified(document.xml()).signer()).isEqualTo(HUB);
            Header header = GivenXml.read(document.xml()).header();
            assertThat(header.provenance())
                    .contains(new Provenance(
                            entry.ticket(),
                            Digest.of(GivenDecision.body(authorised.received())),
                            authorised.header().type()));
        });
        assertThat(answer(entry, ReceiptContent.class).deliveries())
                .containsExactly(new ReceiptContent.Delivery(ADEM, DocumentCatalogue.N901_1_0, Optional.empty()));
    }
}
