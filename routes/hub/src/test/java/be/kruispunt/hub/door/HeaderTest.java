package be.kruispunt.hub.door;

import static be.kruispunt.hub.sample.DemonstrationRegister.ADEM;
import static be.kruispunt.model.outcome.RefusalCode.HEADER_INVALID;
import static be.kruispunt.model.outcome.RefusalCode.UNKNOWN_DOCUMENT;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.model.outcome.Refusal;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the envelope of a message must hold. Every message here is signed by its sender: only the header is wrong. */
@ExtendWith(SharedHub.class)
class HeaderTest {
    private final Door door;
    private final String text;

    HeaderTest(Door door) {
        this.door = door;
        this.text = door.messages().text(Kind.U1);
    }

    private Refusal invalid(String changed) {
        return door.refuses(ADEM, door.messages().signed(ADEM, changed), HEADER_INVALID);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                ">LU:0053</sbdh:Identifier>|>LUX</sbdh:Identifier>|Sender: institution",
                ">BE:0206737484</sbdh:Identifier>|>BE:0206737485</sbdh:Identifier>|Receiver: ",
                "eessi:ir\">LU:0053|eessi:other\">LU:0053|Authority urn:eu:europa:ec:dgempl:eessi:ir wanted",
                ">PD_U1<|>PD U1<|PROCESS: ",
                ">UNEMPLOYMENT_BENEFIT</sbdh:|>unemployment benefit</sbdh:|LEGAL_CONTEXT: ",
                ">PROCESS<|>PURPOSE<|a scope of type PROCESS is missing",
                ">PROCESS<|>LEGAL_CONTEXT<|a scope of this type stands there twice",
                ">PROCESS<|>TICKET<|PROCESS",
                "<sbdh:Standard>urn:kruispunt:u1:1.0|<sbdh:Standard>urn:kruispunt:u1:1.1|Standard:"
                        + " urn:kruispunt:u1:1.0 wanted",
                "<u1:U1 |<u1:U2 |the document is no U1 1.0",
            })
    void aFieldThatIsWrong_isNamed(String what, String by, String detail) {
        String changed =
                Messages.changed(text, what, by).replace("</u1:U1>", by.startsWith("<u1:U2") ? "</u1:U2>" : "</u1:U1>");
        assertThat(invalid(changed).detail()).contains(detail);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-05T08:15:00, a moment with its offset from UTC wanted",
        "-0044-03-15T12:00:00Z, a moment between 1850 and 2199 wanted",
        "9999-12-31T23:59:59-14:00, a moment between 1850 and 2199 wanted",
    })
    void aMomentWithoutItsOffset_orBeyondTheYearsOfTheForms(String moment, String detail) {
        String changed = Pattern.compile("(CreationDateAndTime>)[^<]+<")
                .matcher(text)
                .replaceFirst(found -> found.group(1) + moment + "<");
        assertThat(invalid(changed).detail()).contains(detail);
    }

    @Test
    void anIdentifierThatIsNoUuid() {
        String changed = Pattern.compile("(<sbdh:InstanceIdentifier>)[0-9a-f-]{36}<")
                .matcher(text)
                .replaceFirst("$1first<");
        assertThat(invalid(changed).detail()).contains("InstanceIdentifier: instance identifier");
    }

    @Test
    void aReceiverThatIsNamedTwice() {
        String receiver = text.substring(
                text.indexOf("<sbdh:Receiver>"), text.indexOf("</sbdh:Receiver>") + "</sbdh:Receiver>".length());
        assertThat(invalid(Messages.changed(text, receiver, receiver + receiver))
                        .detail())
                .contains("the receiver is named twice");
    }

    @Test
    void noHeader_noDocument_orAnotherRoot() {
        String header = "<sbdh:StandardBusinessDocumentHeader";
        assertThat(invalid(Messages.cut(text, header, "<u1:U1 ")).detail()).contains("the header is missing");
        assertThat(invalid(Messages.cut(text, "<u1:U1 ", "</sbdh:StandardBusinessDocument>"))
                        .detail())
                .contains("the document after the header is missing");
        assertThat(invalid("<U1 xmlns='urn:kruispunt:u1:1.0'/>").detail()).contains("the root is no");
    }

    @Test
    void aSecondDocumentBesideTheFirst() {
        String end = "</sbdh:StandardBusinessDocument>";
        assertThat(invalid(Messages.changed(text, end, "<u1:U1 xmlns:u1='urn:kruispunt:u1:1.0'/>" + end))
                        .detail())
                .contains("only a signature may stand");
    }

    @Test
    void aDocumentTypeThatTheHubDoesNotKnow() {
        String type = Messages.changed(text, "<sbdh:Type>U1<", "<sbdh:Type>U9<");
        assertThat(door.refuses(ADEM, door.messages().signed(ADEM, type), UNKNOWN_DOCUMENT)
                        .detail())
                .contains("there is no document type U9 1.0");
        String version = Messages.changed(text, "<sbdh:TypeVersion>1.0<", "<sbdh:TypeVersion>2.0<");
        assertThat(door.refuses(ADEM, door.messages().signed(ADEM, version), UNKNOWN_DOCUMENT)
                        .detail())
                .contains("there is no document type U1 2.0");
    }
}
