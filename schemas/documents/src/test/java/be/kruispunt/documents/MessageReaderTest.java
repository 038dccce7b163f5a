package be.kruispunt.documents;

import static be.kruispunt.documents.Fixture.bytes;
import static be.kruispunt.documents.Fixture.refused;
import static be.kruispunt.documents.Fixture.sample;
import static be.kruispunt.model.outcome.RefusalCode.DOCTYPE_FORBIDDEN;
import static be.kruispunt.model.outcome.RefusalCode.HEADER_INVALID;
import static be.kruispunt.model.outcome.RefusalCode.MALFORMED;
import static be.kruispunt.model.outcome.RefusalCode.TOO_DEEP;
import static be.kruispunt.model.outcome.RefusalCode.TOO_LARGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.documents.xml.Elements;
import be.kruispunt.documents.xml.Limits;
import be.kruispunt.documents.xml.Unreadable;
import be.kruispunt.documents.xml.XmlReader;
import be.kruispunt.model.id.InstanceId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

class MessageReaderTest {
    private static final String INSTANCE = "0197a1c0-5b0e-7c3a-9a55-1f2e3d4c5b6a";
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    private static String withDoctype(String doctype, String person) {
        return sample(Kind.U1, DECLARATION, DECLARATION + doctype).replace("Lambermont", person);
    }

    @Test
    void knowsTheLineOfEveryElement() {
        String sample = sample(Kind.U1);
        IncomingDocument document = Fixture.read(sample);
        assertThat(document.line(document.payload())).isEqualTo(Fixture.line(sample, "<u1:U1"));
        assertThat(document.line(
                        Elements.child(document.payload(), "Institution").orElseThrow()))
                .isEqualTo(Fixture.line(sample, "<Institution>"));
    }

    @Test
    void refusesBrokenXml_withLineAndInstance_andWithoutContent() {
        String message = sample(Kind.U1, "</familyName>", "</familyname>");
        Unreadable refused = refused(message);
        assertThat(refused.code()).isEqualTo(MALFORMED);
        assertThat(refused.line()).isEqualTo(Fixture.line(message, "</familyname>"));
        assertThat(refused.instance()).contains(InstanceId.of(INSTANCE));
        assertThat(refused).hasMessageNotContaining("Lambermont").hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "no xml",
                "{\"a\":1}",
                "<a>",
                "<a/><b/>",
                "<a b='1' b='2'/>",
                "<p:a/>",
                "<a>&x;</a>",
                "<a>&#xD800;</a>",
                "<a>\u0001</a>",
                "<a>\uFFFE</a>",
                "<a>&#xFFFE;</a>",
                "<a b='\uFFFF'/>",
                "<a>&#1;</a>",
                "<?xml version='1.1'?><a/>",
                "<?xml version='1.0' encoding='ISO-8859-1'?><a/>",
                "<a><?php echo 1 ?></a>",
                "<?style x?><a/>",
                "<a xmlns:p=''/>",
                "<a>]]></a>",
                "<a b='<'/>",
                "<a>a text that is long enough to be read in parts &#0; and its end</a>",
                "<a>a text that is long enough to be read in parts &x; and its end</a>",
                "<a>a text that is long enough to be read in parts & and its end</a>",
                "<a xmlns::b=''/>",
                "<a\u2170/>",
                "<a b\u2170=''/>",
            })
    void refusesWhatIsNoXmlOrNoneOfOurs(String message) {
        assertThat(refused(message).code()).isEqualTo(MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "ISO-8859-1"})
    void refusesOtherEncodings(String encoding) {
        String message = sample(Kind.U1, "Lambermont", "Lämbermont");
        assertThat(refused(message.getBytes(java.nio.charset.Charset.forName(encoding)))
                        .code())
                .isEqualTo(MALFORMED);
    }

    @Test
    void refusesAByteOrderMark() {
        assertThat(refused("\uFEFF" + sample(Kind.U1)).code()).isEqualTo(MALFORMED);
    }

    @Test
    void refusesSurrogatesInUtf8() {
        byte[] message = bytes(sample(Kind.U1, "Lambermont", "La@@@mont"));
        int at = new String(message, StandardCharsets.ISO_8859_1).indexOf("@@@");
        message[at] = (byte) 0xED;
        message[at + 1] = (byte) 0xA0;
        message[at + 2] = (byte) 0x80;
        assertThat(refused(message).code()).isEqualTo(MALFORMED);
    }

    @Test
    void refusesADoctype() {
        assertThat(refused(withDoctype("<!DOCTYPE x>", "Lambermont")).code()).isEqualTo(DOCTYPE_FORBIDDEN);
    }

    @Test
    void refusesAnExternalEntity_withoutReadingIt(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        String doctype = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>";
        Unreadable refused = refused(withDoctype(doctype, "&e;"));
        assertThat(refused.code()).isEqualTo(DOCTYPE_FORBIDDEN);
        assertThat(refused).hasMessageNotContaining("secret");
    }

    @Test
    void refusesAnExternalSubset_andABillionLaughs() {
        assertThat(refused(withDoctype("<!DOCTYPE x SYSTEM \"http://192.0.2.1/x.dtd\">", "A"))
                        .code())
                .isEqualTo(DOCTYPE_FORBIDDEN);
        var laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append("&l" + (i - 1) + ";")
                    .append("&l" + (i - 1) + ";\">");
        }
        assertThat(refused(withDoctype(laughs.append("]>").toString(), "&l29;")).code())
                .isEqualTo(DOCTYPE_FORBIDDEN);
    }

    @Test
    void refuses50Megabytes_beforeParsing() {
        assertThat(refused(new byte[50 << 20]).code()).isEqualTo(TOO_LARGE);
    }

    @Test
    void refusesWhatGoesTooDeep() {
        assertThat(refused("<a>".repeat(33) + "</a>".repeat(33)).code()).isEqualTo(TOO_DEEP);
        assertThat(refused("<a>".repeat(100_000)).code()).isEqualTo(TOO_DEEP);
    }

    @Test
    void refusesTooManyElementsAttributesAndTooLongTextsAndNames() {
        assertThat(refused("<a>" + "<b/>".repeat(50_000) + "</a>").code()).isEqualTo(TOO_DEEP);
        var attributes = new StringBuilder("<a");
        for (int i = 0; i < 33; i++) {
            attributes.append(" a").append(i).append("=''");
        }
        assertThat(refused(attributes + "/>").code()).isEqualTo(TOO_DEEP);
        assertThat(refused("<a>" + "x".repeat(100_001) + "</a>").code()).isEqualTo(TOO_DEEP);
        assertThat(refused("<a b='" + "x".repeat(100_001) + "'/>").code()).isEqualTo(TOO_DEEP);
        assertThat(refused("<" + "a".repeat(201) + "/>").code()).isEqualTo(TOO_DEEP);
        assertThat(refused("<a xmlns='" + "a".repeat(201) + "'/>").code()).isEqualTo(TOO_DEEP);
    }

    @Test
    void refusesTextThatIsTooLong_whenCommentsCutItUp() {
        assertThat(refused("<a>" + ("x".repeat(1_000) + "<!---->").repeat(101) + "</a>")
                        .code())
                .isEqualTo(TOO_DEEP);
    }

    /** They could be chosen to collide in the parser's table: 30,000 of these cost it a quarter of a minute. */
    @Test
    void refusesTooManyDifferentNames() {
        var names = new StringBuilder("<a>");
        for (int i = 0; i < 1_001; i++) {
            names.append('<');
            for (int bit = 0; bit < 10; bit++) {
                names.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            names.append("/>");
        }
        Unreadable refused = refused(names.append("</a>").toString());
        assertThat(refused.code()).isEqualTo(TOO_DEEP);
        assertThat(refused.detail()).contains("1000 different names");
    }

    @Test
    void refusesADocumentThatIsNoMessage() {
        assertThat(refused("<U1 xmlns='urn:kruispunt:u1:1.0'/>").code()).isEqualTo(HEADER_INVALID);
        assertThat(refused("<StandardBusinessDocument xmlns='" + Sbdh.NAMESPACE + "'/>")
                        .code())
                .isEqualTo(HEADER_INVALID);
    }

    @Test
    void takesOneSignature_asTheLastChildOnly() {
        String signature = "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"/>";
        String end = "</sbdh:StandardBusinessDocument>";
        assertThatCode(() -> Fixture.READER.read(bytes(sample(Kind.U1, end, signature + end))))
                .doesNotThrowAnyException();
        assertThat(refused(sample(Kind.U1, end, signature + signature + end)).code())
                .isEqualTo(HEADER_INVALID);
        assertThat(refused(sample(Kind.U1, end, "<x/>" + end)).code()).isEqualTo(HEADER_INVALID);
        assertThat(refused(sample(Kind.U1, "<u1:U1 ", signature + "<u1:U1 ")).code())
                .isEqualTo(HEADER_INVALID);
    }

    @Test
    void leavesCommentsOut_andKeepsAValueWhole() {
        IncomingDocument document = Fixture.read(sample(Kind.U1, "Lambermont", "Lamber<!-- x -->mont<![CDATA[&]]>"));
        String name = Elements.text(Elements.child(document.payload(), "Person").orElseThrow(), "familyName");
        assertThat(name).isEqualTo("Lambermont&");
        assertThat(Elements.child(document.payload(), "Person")
                        .flatMap(person -> Elements.child(person, "familyName"))
                        .orElseThrow()
                        .getChildNodes()
                        .getLength())
                .isEqualTo(1);
    }

    /** Its blanks are signed, as those of any other attribute. */
    @Test
    void readsAnXmlIdAsItStands() throws Unreadable {
        Document document = new XmlReader(Limits.STANDARD).read(bytes("<a xml:id=' b  c '/>"));
        assertThat(document.getDocumentElement().getAttribute("xml:id")).isEqualTo(" b  c ");
    }
}
