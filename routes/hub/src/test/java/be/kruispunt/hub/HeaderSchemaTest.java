package be.kruispunt.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import be.kruispunt.documents.Samples;
import be.kruispunt.documents.Samples.Kind;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.SAXException;

/** The schema that integrators are given says of a header what the hub says. */
class HeaderSchemaTest {
    private static final Path ROOT = Path.of(System.getProperty("kruispunt.root", "../.."));

    private final Schema schema;

    HeaderSchemaTest() throws SAXException {
        schema = SchemaFactory.newDefaultInstance()
                .newSchema(ROOT.resolve("docs/reference/header.xsd").toFile());
    }

    private static String header(String message) {
        String end = "</sbdh:StandardBusinessDocumentHeader>";
        return message.substring(message.indexOf("<sbdh:StandardBusinessDocumentHeader>"), message.indexOf(end))
                        .replaceFirst(
                                ">",
                                " xmlns:sbdh='http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader'>")
                + end;
    }

    private static String sample(Kind kind) {
        return header(new String(Samples.template(kind), UTF_8));
    }

    private void validate(String header) throws SAXException, IOException {
        var validator = schema.newValidator();
        validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        validator.validate(new StreamSource(new StringReader(header)));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everySampleFollowsIt(Kind kind) throws SAXException, IOException {
        validate(sample(kind));
    }

    @Test
    void aMessageWithoutAReceiverOfItsOwn_followsIt() throws SAXException, IOException {
        validate(sample(Kind.U1)
                .replace("eessi:ir\">BE:0206737484", "eessi:ir\">REFERENCE_DIRECTORY")
                .replace("urn:eu:europa:ec:dgempl:eessi:ir\">REF", "urn:kruispunt:receivers\">REF"));
    }

    @Test
    void aTranslationThatLeftSomethingOut_followsIt() throws SAXException, IOException {
        String scope = "<sbdh:Scope><sbdh:Type>NOT_CARRIED</sbdh:Type><sbdh:InstanceIdentifier>1.8.1 1.8.2"
                + "</sbdh:InstanceIdentifier><sbdh:Identifier>U002 has no address</sbdh:Identifier></sbdh:Scope>";
        validate(sample(Kind.U002).replace("</sbdh:BusinessScope>", scope.repeat(2) + "</sbdh:BusinessScope>"));
    }

    @Test
    void aDocumentThatTakesThePlaceOfAnother_followsIt() throws SAXException, IOException {
        String together = "<sbdh:Scope><sbdh:Type>TOGETHER_WITH</sbdh:Type><sbdh:InstanceIdentifier>"
                + "01a20141-942e-7270-a0c1-96097ca442d6</sbdh:InstanceIdentifier><sbdh:Identifier>" + "0f".repeat(32)
                + "</sbdh:Identifier></sbdh:Scope>";
        String replaces = "<sbdh:Scope><sbdh:Type>REPLACES</sbdh:Type><sbdh:InstanceIdentifier>"
                + "01a20141-9a10-7c11-8d11-0a6b2f0f9c3e</sbdh:InstanceIdentifier></sbdh:Scope>";
        validate(sample(Kind.U1)
                .replace("</sbdh:BusinessScope>", together.repeat(2) + replaces + "</sbdh:BusinessScope>"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LU:0053</sbdh:Identifier>|LU-0053</sbdh:Identifier>",
                "eessi:ir\">LU|eessi:xx\">LU",
                "<sbdh:TypeVersion>1.0|<sbdh:TypeVersion>one",
                "0197a1c0-|0197A1C0-",
                "2026-10-05T08:15:00Z|2026-10-05T08:15:00",
                "2026-10-05T08:15:00Z|9999-12-31T23:59:59Z",
                "<sbdh:Type>PROCESS|<sbdh:Type>OTHER",
                "<sbdh:Type>U1<|<sbdh:Type>u1<",
            })
    void whatTheHubRefuses_itRefuses(String text, String replacement) {
        String header = sample(Kind.U1);
        assertThat(header).contains(text);
        assertThatExceptionOfType(SAXException.class).isThrownBy(() -> validate(header.replace(text, replacement)));
    }
}
