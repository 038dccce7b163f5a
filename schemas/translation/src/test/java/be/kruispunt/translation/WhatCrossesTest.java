package be.kruispunt.translation;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.documents.DocumentValidator;
import be.kruispunt.documents.IncomingDocument;
import be.kruispunt.documents.MessageReader;
import be.kruispunt.documents.ReadDocument;
import be.kruispunt.documents.Samples;
import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.documents.jaxb.eessi.OpenPeriodCode;
import be.kruispunt.documents.jaxb.eessi.Period;
import be.kruispunt.documents.jaxb.u002.U002;
import be.kruispunt.documents.jaxb.u1.U1;
import be.kruispunt.documents.xml.Limits;
import be.kruispunt.documents.xml.Unreadable;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.message.LossReport;
import be.kruispunt.model.message.LossReport.Fate;
import be.kruispunt.translation.u1u002.U002ToU1;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that people and libraries write, from the bytes to the other document, and some of them back. */
class WhatCrossesTest {
    private static final DocumentCatalogue CATALOGUE = DocumentCatalogue.standard();
    private static final MessageReader READER = new MessageReader(CATALOGUE, Limits.STANDARD);
    private static final DocumentValidator VALIDATOR = new DocumentValidator(CATALOGUE);

    private final Translator translator = Translator.standard();

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
        Translation translation = translator.translate(source, target, incoming.header());
        Schemas.validate(Schemas.marshal(translation.content()));
        return translation;
    }

    private U002 u002(String u1) throws Unreadable {
        return (U002) translate(u1, Schemas.U002_TYPE).content();
    }

    private U1 u1(String u002) throws Unreadable {
        return (U1) translate(u002, Schemas.U1_TYPE).content();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1979", "1979-04", "1979-00-00", "1979-04-00", "1979-04-12+02:00"})
    void aBirthDate_asItWasSaid_bothWays(String date) throws Unreadable {
        U002 there = u002(changed(sample(Kind.U1), "<dateOfBirth>1979-04-12<", "<dateOfBirth>" + date + "<"));
        assertThat(there.getPerson().getPersonIdentification().getDateBirth()).isEqualTo(date);
        U1 here = u1(changed(sample(Kind.U002), "<dateBirth>1979-04-12<", "<dateBirth>" + date + "<"));
        assertThat(here.getPerson().getDateOfBirth()).isEqualTo(date);
    }

    @Test
    void aNumberAsItIsPrinted_andADayWithAnOffset() throws Unreadable {
        U002 there = u002(changed(
                changed(sample(Kind.U1), "79041203729", "79.04.12-037.29"),
                "<from>2019-03-01<",
                "<from>2019-03-01+14:00<"));
        assertThat(there.getPerson()
                        .getPersonIdentification()
                        .getPINPersonInEachInstitution()
                        .getPersonalIdentificationNumber()
                        .get(1)
                        .getPersonalIdentificationNumber())
                .isEqualTo("79.04.12-037.29");
        assertThat(there.getPeriods()
                        .getInsuredEmployment()
                        .getFirst()
                        .getPeriod()
                        .getFixedPeriod()
                        .getStartDate())
                .isEqualTo(LocalDate.of(2019, 3, 1));
    }

    /** Half an hour after midnight it is still yesterday in UTC. */
    @Test
    void theFormIsDated_onTheDayOfItsSender() throws Unreadable {
        String message = changed(sample(Kind.U002), "2026-10-07T14:30:00Z", "2026-10-08T00:30:00+02:00");
        U1 form = u1(changed(message, "<endDate>2026-09-30<", "<endDate>2026-10-08<"));
        assertThat(form.getInstitution().getDate()).isEqualTo(LocalDate.of(2026, 10, 8));
    }

    @Test
    void aPeriodThatGoesOn_hasNoEnd_andComesBackWithoutOne() throws Unreadable {
        String message =
                sample(Kind.U1).replaceAll("(<InsuredEmployment>\\s*<from>2025-02-01</from>)\\s*<to>[^<]*</to>", "$1");
        U002 there = u002(message);
        Period period = there.getPeriods().getInsuredEmployment().get(2).getPeriod();
        assertThat(period.getFixedPeriod()).isNull();
        assertThat(period.getOpenPeriod().getStartDate()).isEqualTo(LocalDate.of(2025, 2, 1));
        assertThat(period.getOpenPeriod().getTypeOpenPeriod().getValue()).isEqualTo(OpenPeriodCode.OPEN);

        String open = changed(
                sample(Kind.U002),
                "<Sickness>",
                "<Sickness><OpenPeriod><startDate>2026-01-05</startDate><typeOpenPeriod><value>98</value></typeOpenPeriod></OpenPeriod></Sickness><Sickness>");
        Translation here = translate(open, Schemas.U1_TYPE);
        assertThat(((U1) here.content())
                        .getPeriods()
                        .getOtherInsurance()
                        .getFirst()
                        .getTo())
                .isNull();
        assertThat(here.report().with(Fate.LOST))
                .noneMatch(line -> line.source().contains("OpenPeriod"));
    }

    @Test
    void thatAnEndIsUnknown_cannotBeSaidInAU1_andIsToldToItsReader() throws Unreadable {
        Translation form = translate(
                changed(
                        sample(Kind.U002),
                        "<Sickness>",
                        "<Sickness><OpenPeriod><startDate>2026-01-05</startDate><typeOpenPeriod><value>01</value></typeOpenPeriod></OpenPeriod></Sickness><Sickness>"),
                Schemas.U1_TYPE);
        assertThat(form.report().omissions()).anySatisfy(omission -> {
            assertThat(omission.boxes()).isEqualTo("Periods/Sickness/OpenPeriod/typeOpenPeriod/value");
            assertThat(omission.reason()).contains("unknown");
        });
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
        Translation there = translate(message, Schemas.U002_TYPE);
        assertThat(((U002) there.content()).getPeriods().getSickness()).hasSize(4_000);
        LossReport merged = there.report().merged();
        assertThat(merged.lines()).hasSizeLessThan(100);
        for (Fate fate : Fate.values()) {
            assertThat(merged.count(fate)).isEqualTo(there.report().with(fate).size());
        }
        U1 back = new U002ToU1().map((U002) there.content(), Optional.empty()).content();
        assertThat(back.getPeriods().getOtherInsurance()).hasSize(4_000);
    }
}
