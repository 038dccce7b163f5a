package be.kruispunt.translation;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.documents.DocumentValidator;
import be.kruispunt.documents.IncomingDocument;
import be.kruispunt.documents.MessageReader;
import be.kruispunt.documents.ReadDocument;
import be.kruispunt.documents.Samples;
import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.documents.xml.Limits;
import be.kruispunt.documents.xml.Unreadable;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.message.LossReport;
import be.kruispunt.model.message.LossReport.Fate;
import be.kruispunt.model.message.LossSummary;
import be.kruispunt.translation.Translation.Written;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** Documents that people and libraries write, from the bytes to the other document, and some of them back. */
class WhatCrossesTest {
    private static final DocumentCatalogue CATALOGUE = DocumentCatalogue.standard();
    private static final MessageReader READER = new MessageReader(CATALOGUE, Limits.STANDARD);
    private static final DocumentType U1 = DocumentType.of("U1", "1.0");
    private static final DocumentType U002 = DocumentType.of("U002", "4.2");
    private static final DocumentType U004 = DocumentType.of("U004", "4.2");
    private static final DocumentValidator VALIDATOR = new DocumentValidator(CATALOGUE);

    private final Translator translator = Translator.standard(CATALOGUE);

    private static String sample(Kind kind) {
        return new String(Samples.template(kind), StandardCharsets.UTF_8);
    }

    private static String changed(String message, String text, String by) {
        assertThat(message).contains(text);
        return message.replace(text, by);
    }

    private Translation translate(String message, DocumentType target) throws Unreadable {
        IncomingDocument incoming = READER.read(message.getBytes(StandardCharsets.UTF_8));
        ReadDocument source = VALIDATOR.validate(incoming).document().orElseThrow();
        Translation translation =
                translator.translate(List.of(source), List.of(target), Optional.of(Issue.of(incoming.header())));
        assertThat(Schemas.problem(target, payload(translation))).isEmpty();
        return translation;
    }

    private static Element payload(Translation translation) {
        return translation.documents().getFirst().payload();
    }

    /** What a document says, by path. */
    private static Map<String, String> said(Translation translation) {
        return Leaves.of(payload(translation));
    }

    private Map<String, String> u002(String u1) throws Unreadable {
        return said(translate(u1, U002));
    }

    private Map<String, String> u1(String u002) throws Unreadable {
        return said(translate(u002, U1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1979", "1979-04", "1979-00-00", "1979-04-00", "1979-04-12+02:00"})
    void aBirthDate_asItWasSaid_bothWays(String date) throws Unreadable {
        assertThat(u002(changed(sample(Kind.U1), "<dateOfBirth>1979-04-12<", "<dateOfBirth>" + date + "<")))
                .containsEntry("/U002/Person/PersonIdentification/dateBirth", date);
        assertThat(u1(changed(sample(Kind.U002), "<dateBirth>1979-04-12<", "<dateBirth>" + date + "<")))
                .containsEntry("/U1/Person/dateOfBirth", date);
    }

    @Test
    void aNumberAsItIsPrinted_andADayAsItWasWritten() throws Unreadable {
        Map<String, String> there = u002(changed(
                changed(sample(Kind.U1), "79041203729", "79.04.12-037.29"),
                "<from>2019-03-01<",
                "<from>2019-03-01+14:00<"));
        assertThat(there)
                .containsEntry(
                        "/U002/Person/PersonIdentification/PINPersonInEachInstitution/PersonalIdentificationNumber[2]"
                                + "/personalIdentificationNumber",
                        "79.04.12-037.29")
                .containsEntry("/U002/Periods/InsuredEmployment/Period/FixedPeriod/startDate", "2019-03-01+14:00");
    }

    /** Half an hour after midnight it is still yesterday in UTC. */
    @Test
    void theFormIsDated_onTheDayOfItsSender() throws Unreadable {
        String message = changed(sample(Kind.U002), "2026-10-07T14:30:00Z", "2026-10-08T00:30:00+02:00");
        assertThat(u1(changed(message, "<endDate>2026-09-30<", "<endDate>2026-10-08<")))
                .containsEntry("/U1/Institution/date", "2026-10-08");
    }

    @Test
    void aPeriodThatGoesOn_hasNoEnd_andComesBackWithoutOne() throws Unreadable {
        String message =
                sample(Kind.U1).replaceAll("(<InsuredEmployment>\\s*<from>2025-02-01</from>)\\s*<to>[^<]*</to>", "$1");
        String period = "/U002/Periods/InsuredEmployment[3]/Period";
        assertThat(u002(message))
                .containsEntry(period + "/OpenPeriod/startDate", "2025-02-01")
                .containsEntry(period + "/OpenPeriod/typeOpenPeriod/value", "98")
                .doesNotContainKey(period + "/FixedPeriod/startDate");

        Translation here = translate(open("98"), U1);
        assertThat(said(here))
                .containsEntry("/U1/Periods/OtherInsurance/from", "2026-01-05")
                .doesNotContainKey("/U1/Periods/OtherInsurance/to");
        assertThat(here.report().with(Fate.LOST))
                .noneMatch(line -> line.source().contains("OpenPeriod"));
    }

    private static String open(String type) {
        return changed(
                sample(Kind.U002),
                "<Sickness>",
                "<Sickness><OpenPeriod><startDate>2026-01-05</startDate><typeOpenPeriod><value>" + type
                        + "</value></typeOpenPeriod></OpenPeriod></Sickness><Sickness>");
    }

    @Test
    void thatAnEndIsUnknown_cannotBeSaidInAU1_andIsToldToItsReader() throws Unreadable {
        assertThat(translate(open("01"), U1).report().summary().omissions()).anySatisfy(omission -> {
            assertThat(omission.boxes()).isEqualTo("Periods/Sickness/OpenPeriod/typeOpenPeriod/value");
            assertThat(omission.reason()).contains("unknown");
        });
    }

    /** What U002 has no place for goes beside it, with the person; and where there is nothing of the kind, nothing does. */
    @Test
    void incomeThatU002HasNoPlaceFor_goesIntoAU004() throws Unreadable {
        IncomingDocument incoming = READER.read(sample(Kind.U1).getBytes(StandardCharsets.UTF_8));
        ReadDocument source = VALIDATOR.validate(incoming).document().orElseThrow();
        Translation both =
                translator.translate(List.of(source), List.of(U002, U004), Optional.of(Issue.of(incoming.header())));
        assertThat(both.documents()).extracting(Written::type).containsExactly(U002, U004);
        Element u004 = both.documents().getLast().payload();
        assertThat(Schemas.problem(U004, u004)).isEmpty();
        assertThat(Leaves.of(u004)).containsEntry("/U004/Person/PersonIdentification/familyName", "Lambermont");
        assertThat(both.report().with(Fate.LOST))
                .noneMatch(line -> line.source().startsWith("/U1/Periods/IncomeFrom"));

        ReadDocument without = Schemas.document(
                source.type(), new SchemaSampler(source.type(), new Random(0)).writeWithout("IncomeFrom"));
        assertThat(translator
                        .translate(List.of(without), List.of(U002, U004), Optional.empty())
                        .documents())
                .extracting(Written::type)
                .containsExactly(U002);
    }

    /** Rows that both pairs share say the name of the document that was written. */
    @Test
    void theAccountOfAU017_speaksOfU017() throws Unreadable {
        assertThat(translate(sample(Kind.U1), DocumentType.of("U017", "4.2"))
                        .report()
                        .lines())
                .extracting(LossReport.Line::reason)
                .contains("note 2: U017 says as text what kind of other period it is")
                .noneMatch(reason -> reason.contains("U002"));
    }

    @Test
    void twoSedsOfOneCase_becomeOneU1_withTheIncomeOfBoth() throws Unreadable {
        IncomingDocument incoming = READER.read(sample(Kind.U1).getBytes(StandardCharsets.UTF_8));
        ReadDocument source = VALIDATOR.validate(incoming).document().orElseThrow();
        Optional<Issue> issue = Optional.of(Issue.of(incoming.header()));
        List<ReadDocument> seds = translator.translate(List.of(source), List.of(U002, U004), issue).documents().stream()
                .map(written -> Schemas.document(written.type(), written.payload()))
                .toList();
        Element form = payload(translator.translate(seds, List.of(U1), issue));
        assertThat(Schemas.problem(U1, form)).isEmpty();
        assertThat(Leaves.of(form)).containsAllEntriesOf(incomes(Leaves.of(source.payload())));
    }

    private static Map<String, String> incomes(Map<String, String> leaves) {
        return leaves.entrySet().stream()
                .filter(leaf -> leaf.getKey().startsWith("/U1/Periods/IncomeFrom")
                        && leaf.getKey().endsWith("/amount"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** As many as the schema takes of one kind, and of the two boxes that run together. */
    @Test
    void thousandsOfPeriods_crossWithALossReportOfTheUsualLength() throws Unreadable {
        String other =
                "<OtherInsurance><from>2024-01-01</from><to>2024-01-02</to><kind>SICKNESS</kind></OtherInsurance>";
        String treated =
                "<TreatedAsInsurance><from>2024-01-01</from><to>2024-01-02</to><reason>SICKNESS</reason></TreatedAsInsurance>";
        String message = changed(
                sample(Kind.U1), "<OtherInsurance>", other.repeat(2_000) + treated.repeat(1_999) + "<OtherInsurance>");
        message = message.replaceFirst("(?s)<OtherInsurance>\\s*<from>2025.*?</OtherInsurance>", "");
        Translation there = translate(message, U002);
        assertThat(payload(there).getElementsByTagName("Sickness").getLength()).isEqualTo(4_000);
        LossSummary summary = there.report().summary();
        assertThat(summary.reasons()).hasSizeLessThan(100);
        for (Fate fate : Fate.values()) {
            assertThat(summary.count(fate)).isEqualTo(there.report().with(fate).size());
        }
        Translation back =
                translator.translate(List.of(Schemas.document(U002, payload(there))), List.of(U1), Optional.empty());
        assertThat(payload(back).getElementsByTagName("OtherInsurance").getLength())
                .isEqualTo(4_000);
    }
}
