package be.kruispunt.documents;

import static be.kruispunt.model.outcome.RefusalCode.HEADER_INVALID;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.documents.folder.Language;
import be.kruispunt.documents.xml.Unreadable;
import be.kruispunt.model.outcome.Finding;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

/** Namespaces that went wrong unseen, and what the sender is told. */
class NamespacesTest {
    private static final String PREFIXED = "xmlns:sbdh=\"" + Sbdh.NAMESPACE + "\"";

    @Test
    void aDefaultNamespaceOnTheDocument_takesInWhatIsBelow() {
        String message =
                Fixture.sample(Kind.U1, "<u1:U1 xmlns:u1=", "<U1 xmlns=").replace("</u1:U1>", "</U1>");
        assertThat(Fixture.findings(message))
                .first()
                .returns("SCHEMA-cvc-complex-type.2.4.a", Finding::code)
                .extracting(Finding::message)
                .asString()
                .contains("in the namespace of a document, by a default namespace (xmlns=\"...\")", "belongs in none");
    }

    @Test
    void itIsSaidInEveryLanguage() {
        IncomingDocument message = Fixture.read(
                Fixture.sample(Kind.U1, "<u1:U1 xmlns:u1=", "<U1 xmlns=").replace("</u1:U1>", "</U1>"));
        var said = new HashSet<String>();
        for (Language language : Language.values()) {
            said.add(Fixture.VALIDATOR
                    .validate(message, language)
                    .findings()
                    .getFirst()
                    .message());
        }
        assertThat(said)
                .hasSize(Language.values().length)
                .allSatisfy(text -> assertThat(text).contains("(xmlns=\"...\")").doesNotContain("{"));
    }

    @Test
    void aDefaultNamespaceOnTheEnvelope_takesInTheElementsOfTheDocument() {
        String message = Fixture.sample(Kind.U1, PREFIXED, "xmlns=\"" + Sbdh.NAMESPACE + "\"")
                .replace("<sbdh:", "<")
                .replace("</sbdh:", "</");
        assertThat(Fixture.findings(message))
                .singleElement()
                .returns("/U1/Person", Finding::path)
                .extracting(Finding::message)
                .asString()
                .contains("in the namespace of the header, by a default namespace (xmlns=\"...\")", "belongs in none");
    }

    @Test
    void aNamespaceThatIsForgotten_isNamed() {
        refuses(
                Fixture.sample(Kind.U1, PREFIXED, "").replace("<sbdh:", "<").replace("</sbdh:", "</"),
                "StandardBusinessDocument stands in no namespace, and belongs in " + Sbdh.NAMESPACE);
        refuses(
                Fixture.sample(Kind.U1, "<sbdh:StandardBusinessDocumentHeader>", "<StandardBusinessDocumentHeader>")
                        .replace("</sbdh:StandardBusinessDocumentHeader>", "</StandardBusinessDocumentHeader>"),
                "StandardBusinessDocumentHeader stands in no namespace, and belongs in " + Sbdh.NAMESPACE);
        refuses(
                Fixture.sample(Kind.U1, "<u1:U1 ", "<U1 ").replace("</u1:U1>", "</U1>"),
                "U1 stands in no namespace, and belongs in urn:kruispunt:u1:1.0");
        refuses(
                Fixture.sample(Kind.U1, "<sbdh:HeaderVersion>1.0</sbdh:", "<HeaderVersion>1.0</"),
                "this element stands in no namespace, and not in the one that is wanted");
    }

    @Test
    void aStrangersNamespace_isNotRepeated() {
        Unreadable refused = Fixture.refused(Fixture.sample(Kind.U1, "urn:kruispunt:u1:1.0\">", "urn:Lambermont\">"));
        assertThat(refused.detail())
                .startsWith("U1 stands in another namespace")
                .doesNotContain("Lambermont");
    }

    private static void refuses(String message, String detail) {
        assertThat(Fixture.refused(message))
                .returns(HEADER_INVALID, Unreadable::code)
                .extracting(Unreadable::detail)
                .asString()
                .contains(detail);
    }
}
