package be.kruispunt.exchange;

import static be.kruispunt.exchange.Given.ADEM;
import static be.kruispunt.exchange.Given.CNS;
import static be.kruispunt.exchange.Given.NOW;
import static be.kruispunt.exchange.Given.RVA;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.access.DirectoryExtract;
import be.kruispunt.access.Institution;
import be.kruispunt.access.Network;
import be.kruispunt.access.Period;
import be.kruispunt.access.Register;
import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.documents.IncomingDocument;
import be.kruispunt.documents.xml.Limits;
import be.kruispunt.model.cases.CaseFile;
import be.kruispunt.model.cases.CaseFile.Event;
import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.message.LossReport.Fate;
import be.kruispunt.model.message.LossSummary;
import be.kruispunt.model.message.Provenance;
import be.kruispunt.model.outcome.Finding;
import be.kruispunt.model.outcome.Refusal;
import be.kruispunt.model.outcome.RefusalCode;
import be.kruispunt.store.Known;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What each receiver gets. The tables have tests of their own, and so have documents that become one (CompanionsTest). */
class TranslateTest {
    private static final CaseId CASE = new CaseId(UUID.randomUUID());
    private static final Ticket QUESTION = new Ticket(UUID.randomUUID());
    private static final DocumentType U1 = DocumentCatalogue.U1_1_0;
    private static final DocumentType U002 = DocumentCatalogue.U002_4_2;
    private static final DocumentType A1 = DocumentType.of("A1", "1.0");

    private static Translate translate(Limits limits) {
        var companions = new Companions(GivenXml.TRANSLATOR, GivenXml.READER, GivenXml.VALIDATOR);
        return new Translate(
                limits, GivenXml.TRANSLATOR, companions, GivenXml.WRITER, GivenXml.VALIDATOR, () -> NOW, new Random(1));
    }

    private static Institution takes(InstitutionId id, DocumentType... types) {
        return new Institution(
                id, "name", Network.FOREIGN, 0, Period.since(LocalDate.of(2020, 1, 1)), List.of(), List.of(types));
    }

    /** ADEM answers RVA's question. */
    private static Correlated correlated(String xml, Institution... receivers) {
        var known = new Known(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                DirectoryExtract.EMPTY,
                new Register(List.of(), List.of()));
        Validated validated = GivenXml.validated(xml);
        var answer = new Event(validated.received().ticket(), "U002", ADEM, Set.of(RVA), Optional.of(QUESTION), NOW);
        var file = new CaseFile(
                CASE, "UB_BUC_01", RVA, List.of(), Set.of(), List.of(answer), Map.of(), Optional.empty(), 2);
        return new Correlated(new LookedUp(validated, known), List.of(receivers), file);
    }

    private static Translated passed(Correlated correlated) {
        Result<Translated> result = translate(Limits.STANDARD).translate(correlated);
        assertThat(result).as("%s", result).isInstanceOf(Result.Passed.class);
        return ((Result.Passed<Translated>) result).value();
    }

    private static Refusal refused(Limits limits, Correlated correlated) {
        Result<Translated> result = translate(limits).translate(correlated);
        assertThat(result).isInstanceOf(Result.Refused.class);
        return ((Result.Refused<Translated>) result).refusal();
    }

    private static IncomingDocument sent(Translated.ForReceiver document) {
        return GivenXml.read(GivenXml.WRITER.serialise(document.dom()));
    }

    @Test
    void whoTakesTheTypeItself_getsTheDocumentAsItWas_andNothingIsLost() {
        Correlated correlated = correlated(AnsweredCase.u002(), takes(RVA, U1, U002));
        Translated translated = passed(correlated);
        assertThat(translated.documents()).singleElement().satisfies(document -> {
            assertThat(document.receiver()).isEqualTo(RVA);
            assertThat(document.type()).isEqualTo(U002);
            assertThat(document.loss()).isEmpty();
            assertThat(sent(document)
                            .payload()
                            .isEqualNode(GivenXml.read(AnsweredCase.u002()).payload()))
                    .isTrue();
        });
        assertThat(translated.auditDetail()).isEqualTo(RVA + " U002 4.2 as it was");
        assertThat(translated.caseAfter()).isEqualTo(correlated.caseAfter());
        assertThat(translated.persons()).containsExactlyElementsOf(correlated.persons());
    }

    @Test
    void theHeaderIsTheHubsOwn_inTheSendersName_andSaysWhereTheDocumentCameFrom() {
        Correlated correlated = correlated(AnsweredCase.u002(), takes(RVA, U002));
        Header in = correlated.header();
        Header out = sent(passed(correlated).documents().getFirst()).header();
        assertThat(out)
                .returns(ADEM, Header::sender)
                .returns(List.of(RVA), Header::receivers)
                .returns(NOW, Header::createdAt)
                .returns(in.process(), Header::process)
                .returns(in.legalContext(), Header::legalContext)
                .returns(Optional.of(CASE), Header::caseId);
        assertThat(out.instance()).isNotEqualTo(in.instance());
        assertThat(out.link().relatedTo())
                .as("what the case took it for an answer to")
                .contains(QUESTION);
        assertThat(out.provenance())
                .contains(new Provenance(
                        correlated.received().ticket(), correlated.received().digest(), U002));
    }

    @Test
    void whoTakesAnotherType_getsThatType_validByItsOwnRules_andWhatIsLostIsToldToBothSides() {
        Translated translated = passed(correlated(AnsweredCase.u002(), takes(RVA, U1)));
        Translated.ForReceiver document = translated.documents().getFirst();
        IncomingDocument sent = sent(document);
        assertThat(sent.header().type()).isEqualTo(U1);
        assertThat(GivenXml.VALIDATOR.validate(sent).accepted()).isTrue();
        LossSummary loss = document.loss().orElseThrow();
        assertThat(loss.from()).containsExactly(U002);
        assertThat(loss.count(Fate.CARRIED)).isPositive();
        assertThat(loss.omissions()).isNotEmpty();
        assertThat(sent.header().provenance().orElseThrow())
                .returns(U002, Provenance::original)
                .returns(loss.omissions(), Provenance::omissions);
        assertThat(translated.auditDetail())
                .isEqualTo(RVA + " U1 1.0 (" + loss.count(Fate.CARRIED) + " carried, " + loss.count(Fate.CHANGED)
                        + " changed, " + loss.count(Fate.LOST) + " lost)");
    }

    @Test
    void eachReceiverGetsWhatItTakes() {
        Translated translated = passed(correlated(AnsweredCase.u002(), takes(RVA, U1), takes(CNS, U002)));
        assertThat(translated.documents())
                .extracting(Translated.ForReceiver::receiver)
                .containsExactly(RVA, CNS);
        assertThat(translated.documents())
                .extracting(Translated.ForReceiver::type)
                .containsExactly(U1, U002);
        assertThat(translated.documents())
                .extracting(document -> sent(document).header().instance())
                .doesNotHaveDuplicates();
    }

    @Test
    void whereOneReceiverTakesNothingThatItCanBecome_nobodyGetsAnything() {
        assertThat(refused(Limits.STANDARD, correlated(AnsweredCase.u002(), takes(CNS, U002), takes(RVA, A1))))
                .isEqualTo(Refusal.of(
                        RefusalCode.NO_TRANSLATION, RVA + " takes nothing that U002 4.2 can be turned into"));
    }

    /** A U002 may announce a period; a U1 is about the past, seen from the date of the form. */
    @Test
    void whatWouldBreakTheRulesOfItsNewType_doesNotLeave_andTheSenderIsToldWhichRules() {
        String announced = AnsweredCase.u002().replace("2026-09-30", "2100-09-30");
        Refusal refusal = refused(Limits.STANDARD, correlated(announced, takes(RVA, U1)));
        assertThat(refusal)
                .returns(RefusalCode.NO_TRANSLATION, Refusal::code)
                .returns("as U1 1.0 the document would break its own rules", Refusal::detail);
        assertThat(refusal.findings()).extracting(Finding::code).contains("U1-PERIOD-AFTER-FORM-DATE");
    }

    @Test
    void whatItsReceiverCouldNotRead_becauseItIsTooLarge_doesNotLeave() {
        Limits small = Limits.STANDARD.withBytes(17 * 1024); // with room for a signature
        assertThat(refused(small, correlated(AnsweredCase.u002(), takes(RVA, U002))))
                .isEqualTo(Refusal.of(
                        RefusalCode.TOO_LARGE_TO_DELIVER, "as it is, with the header and signature of the hub"));
        assertThat(refused(small, correlated(AnsweredCase.u002(), takes(RVA, U1))))
                .isEqualTo(Refusal.of(
                        RefusalCode.TOO_LARGE_TO_DELIVER, "as U1 1.0, with the header and signature of the hub"));
    }
}
