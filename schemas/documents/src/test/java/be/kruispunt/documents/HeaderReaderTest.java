package be.kruispunt.documents;

import static be.kruispunt.documents.Fixture.refused;
import static be.kruispunt.documents.Fixture.sample;
import static be.kruispunt.model.outcome.RefusalCode.HEADER_INVALID;
import static be.kruispunt.model.outcome.RefusalCode.UNKNOWN_DOCUMENT;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.documents.xml.Unreadable;
import be.kruispunt.model.id.InstanceId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.message.LegalContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderReaderTest {
    private static final String INSTANCE = "0197a1c0-5b0e-7c3a-9a55-1f2e3d4c5b6a";

    @Test
    void readsTheHeader() throws Unreadable {
        assertThat(Fixture.READER.read(Samples.template(Kind.U1)).header())
                .returns(InstitutionId.of("LU:0053"), h -> h.sender())
                .returns(List.of(InstitutionId.of("BE:0206737484")), h -> h.receivers())
                .returns(DocumentCatalogue.U1_1_0, h -> h.type())
                .returns(InstanceId.of(INSTANCE), h -> h.instance())
                .returns(Instant.parse("2026-10-05T08:15:00Z"), h -> h.createdAt())
                .returns("PD_U1", h -> h.process())
                .returns(LegalContext.of("UNEMPLOYMENT_BENEFIT"), h -> h.legalContext())
                .returns(Optional.empty(), h -> h.caseId())
                .returns(Optional.empty(), h -> h.provenance());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<sbdh:HeaderVersion>1.0</sbdh:HeaderVersion>||HeaderVersion",
                "LU:0053</sbdh:Identifier>|LU-0053</sbdh:Identifier>|Sender",
                "BE:0206737484</sbdh:Identifier>|BE:0206737485</sbdh:Identifier>|Receiver",
                "eessi:ir\">LU|eessi:xx\">LU|Authority",
                "<sbdh:TypeVersion>1.0|<sbdh:TypeVersion>one|document type",
                "0197a1c0-|0197A1C0-|InstanceIdentifier",
                "2026-10-05T08:15:00Z|2026-10-05T08:15:00|CreationDateAndTime",
                "2026-10-05T08:15:00Z|yesterday|CreationDateAndTime",
                "2026-10-05T08:15:00Z|-0044-03-15T12:00:00Z|CreationDateAndTime",
                "2026-10-05T08:15:00Z|9999-12-31T23:59:59-14:00|CreationDateAndTime",
                "2026-10-05T08:15:00Z|1849-12-31T23:59:59Z|CreationDateAndTime",
                "2026-10-05T08:15:00Z|2200-01-01T00:00:00Z|CreationDateAndTime",
                "PD_U1|pd u1|PROCESS",
                "<sbdh:Type>PROCESS|<sbdh:Type>OTHER|PROCESS",
                "<sbdh:Type>PROCESS|<sbdh:Type>LEGAL_CONTEXT|twice",
                "UNEMPLOYMENT_BENEFIT|unemployment|LEGAL_CONTEXT",
                "<sbdh:Type>LEGAL_CONTEXT|<sbdh:Type>OTHER|LEGAL_CONTEXT",
                "<sbdh:Standard>urn:kruispunt:u1:1.0|<sbdh:Standard>urn:other|Standard",
                "<sbdh:Type>U1<|<sbdh:Type>U002<|document type",
            })
    void refusesAWrongHeader_namingTheField(String text, String replacement, String named) {
        Unreadable refused = refused(sample(Kind.U1, text, replacement == null ? "" : replacement));
        assertThat(refused.code()).isIn(HEADER_INVALID, UNKNOWN_DOCUMENT);
        assertThat(refused.detail()).contains(named);
        assertThat(refused.line()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-08T00:30:00+02:00, 2026-10-08",
        "2026-10-07T22:30:00Z, 2026-10-07",
        "2026-10-07T23:30:00-05:00, 2026-10-07",
        "2026-10-08T04:30:00Z, 2026-10-08",
        "2026-12-31T23:59:59.999-12:00, 2026-12-31",
        "2027-01-01T00:00:00+14:00, 2027-01-01",
    })
    void theDayOfTheSender_isThatOfItsOwnClock(String createdAt, LocalDate day) {
        assertThat(Fixture.read(sample(Kind.U1, "2026-10-05T08:15:00Z", createdAt))
                        .header())
                .returns(day, h -> h.createdOn())
                .returns(OffsetDateTime.parse(createdAt).toInstant(), h -> h.createdAt());
    }

    @Test
    void refusesAReceiverThatIsNamedTwice() {
        String sample = sample(Kind.U1);
        String receiver = sample.substring(sample.indexOf("<sbdh:Receiver>"), sample.indexOf("<sbdh:DocumentId"));
        assertThat(refused(sample.replace(receiver, receiver + receiver)).code())
                .isEqualTo(HEADER_INVALID);
    }

    @Test
    void refusesProvenanceByHalves() {
        assertThat(refused(
                                sample(
                                        Kind.U1,
                                        "<sbdh:BusinessScope>",
                                        """
                        <sbdh:BusinessScope><sbdh:Scope><sbdh:Type>ORIGINAL_TYPE</sbdh:Type>\
                        <sbdh:InstanceIdentifier>U1 1.0</sbdh:InstanceIdentifier></sbdh:Scope>"""))
                        .code())
                .isEqualTo(HEADER_INVALID);
    }

    @Test
    void refusesATypeThatNobodyKnows_withItsInstance() {
        Unreadable refused = refused(sample(Kind.U1, "<sbdh:Type>U1<", "<sbdh:Type>U9<"));
        assertThat(refused.code()).isEqualTo(UNKNOWN_DOCUMENT);
        assertThat(refused.instance()).contains(InstanceId.of(INSTANCE));
    }

    @Test
    void refusesAnotherDocumentThanTheHeaderSays() {
        assertThat(refused(sample(Kind.U1, "u1:U1", "u1:U2")).code()).isEqualTo(HEADER_INVALID);
    }

    @Test
    void namesAtMostAHundredReceivers_asManyAsAReceiptTellsOf() {
        String end = "<sbdh:DocumentIdentification>";
        String hundred = Fixture.sample(Kind.U1, end, receivers(99) + end);
        assertThat(Fixture.read(hundred).header().receivers()).hasSize(100);
        assertThat(refused(sample(Kind.U1, end, receivers(100) + end)).detail())
                .isEqualTo("at most 100 receivers wanted");
    }

    private static String receivers(int count) {
        String identifier = "<sbdh:Identifier Authority=\"urn:eu:europa:ec:dgempl:eessi:ir\">LU:";
        return IntStream.range(1000, 1000 + count)
                .mapToObj(n -> "<sbdh:Receiver>" + identifier + n + "</sbdh:Identifier></sbdh:Receiver>")
                .collect(joining());
    }
}
