package be.kruispunt.hub.door;

import static be.kruispunt.hub.sample.DemonstrationRegister.ADEM;
import static be.kruispunt.hub.sample.DemonstrationRegister.UWV;
import static be.kruispunt.model.outcome.RefusalCode.HEADER_INVALID;
import static be.kruispunt.model.outcome.RefusalCode.SIGNATURE_INVALID;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.model.outcome.Refusal;
import be.kruispunt.model.outcome.RefusalCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Signature wrapping: ADEM's good signature over one message, carried by another. In each shape the message that a
 * careless reader would take pays out another amount.
 */
@ExtendWith(SharedHub.class)
class WrappingTest {
    private static final String DS = "http://www.w3.org/2000/09/xmldsig#";

    private final Door door;
    private final Document original;
    private final Document evil;

    WrappingTest(Door door) {
        this.door = door;
        String text = door.messages().text(Kind.U1);
        this.original = Messages.parse(door.messages().signed(ADEM, text));
        this.evil =
                Messages.parse(Messages.changed(door.messages().text(Kind.U1), "<amount>3412.50<", "<amount>9412.50<"));
    }

    private static Element first(Document dom, String name) {
        return (Element) dom.getElementsByTagNameNS("*", name).item(0);
    }

    /** The original root within the evil message. */
    private Element smuggled() {
        return (Element) evil.importNode(original.getDocumentElement(), true);
    }

    private static Element take(Element from, String name) {
        var found = (Element) from.getElementsByTagNameNS(DS, name).item(0);
        return (Element) found.getParentNode().removeChild(found);
    }

    private Refusal refused(Document dom) {
        return refused(dom, SIGNATURE_INVALID);
    }

    private Refusal refused(Document dom, RefusalCode code) {
        return door.refuses(ADEM, door.messages().bytes(dom), code);
    }

    @Test
    void theOriginalInThePayload_andItsSignatureAtTheNewRoot() {
        Element inner = smuggled();
        Element signature = take(inner, "Signature");
        first(evil, "U1").appendChild(inner);
        evil.getDocumentElement().appendChild(signature);
        assertThat(refused(evil).detail()).contains("changed after it was signed");
    }

    @Test
    void theOriginalInThePayload_withItsSignatureInPlace() {
        first(evil, "U1").appendChild(smuggled());
        assertThat(refused(evil).detail()).contains("last element of the root");
    }

    @Test
    void theOriginalInAnObjectOfItsOwnSignature() {
        Element inner = smuggled();
        Element signature = take(inner, "Signature");
        Element object = evil.createElementNS(DS, "ds:Object");
        object.appendChild(inner);
        signature.appendChild(object);
        evil.getDocumentElement().appendChild(signature);
        assertThat(refused(evil).detail()).contains("Signature must hold exactly");
    }

    @Test
    void theReferenceTurnedToTheOriginalByItsId() {
        Element inner = smuggled();
        Element signature = take(inner, "Signature");
        inner.setAttribute("Id", "original");
        first(evil, "U1").appendChild(inner);
        ((Element) signature.getElementsByTagNameNS(DS, "Reference").item(0)).setAttribute("URI", "#original");
        evil.getDocumentElement().appendChild(signature);
        refused(evil);
    }

    @Test
    void aSecondElementWithTheIdOfTheSignedProperties() {
        first(original, "Person")
                .setAttribute("Id", first(original, "SignedProperties").getAttribute("Id"));
        assertThat(refused(original).detail()).contains("an id stands on two elements");
    }

    @Test
    void aSecondSignatureInThePayload() {
        first(original, "U1").appendChild(first(original, "Signature").cloneNode(true));
        assertThat(refused(original).detail()).contains("exactly one signature");
    }

    @Test
    void aSecondSignatureInTheHeader() {
        first(original, "BusinessScope")
                .getParentNode()
                .appendChild(first(original, "Signature").cloneNode(true));
        refused(original, HEADER_INVALID);
    }

    @Test
    void theSignatureOfAnotherMessage() {
        evil.getDocumentElement().appendChild(evil.importNode(first(original, "Signature"), true));
        assertThat(refused(evil).detail()).contains("changed after it was signed");
    }

    @Test
    void theSignedPayloadUnderAnotherHeader() {
        original.getDocumentElement()
                .replaceChild(
                        original.importNode(first(evil, "StandardBusinessDocumentHeader"), true),
                        first(original, "StandardBusinessDocumentHeader"));
        assertThat(refused(original).detail()).contains("changed after it was signed");
    }

    @Test
    void anElementAfterTheSignature() {
        original.getDocumentElement().appendChild(original.importNode(first(evil, "U1"), true));
        refused(original, HEADER_INVALID);
    }

    @Test
    void theSignatureMovedIntoThePayload() {
        first(original, "U1").appendChild(first(original, "Signature"));
        assertThat(refused(original).detail()).contains("last element of the root");
    }

    @Test
    void theWholeMessageInAnotherOne() {
        Document dom = Messages.parse("<sbdh:StandardBusinessDocument"
                + " xmlns:sbdh='http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader'/>");
        dom.getDocumentElement().appendChild(dom.importNode(original.getDocumentElement(), true));
        refused(dom, HEADER_INVALID);
    }

    @Test
    void aTransformThatLeavesTheAmountsOut() {
        Element transforms = first(original, "Transforms");
        Element filter = original.createElementNS(DS, "ds:Transform");
        filter.setAttribute("Algorithm", "http://www.w3.org/TR/1999/REC-xpath-19991116");
        Element expression = original.createElementNS(DS, "ds:XPath");
        expression.setTextContent("not(ancestor-or-self::amount)");
        filter.appendChild(expression);
        transforms.insertBefore(filter, transforms.getFirstChild());
        refused(original);
    }

    @Test
    void theCertificateOfAnotherInstitutionInKeyInfo() {
        Document other =
                Messages.parse(door.messages().signed(UWV, door.messages().text(Kind.U1)));
        first(original, "X509Certificate")
                .setTextContent(first(other, "X509Certificate").getTextContent());
        assertThat(refused(original).detail()).contains("no certificate in KeyInfo");
    }

    /**
     * The signature does not cover comments, so what counts is that nothing is read up to one only (CVE-2018-0489), that
     * none is passed on, and that the signature holds with one in whatever place.
     */
    @Test
    void commentsWhereverTheyStand_areLeftOut() {
        String signed = new String(door.messages().bytes(original), UTF_8);
        signed = Messages.changed(signed, "<number>79041203729<", "<number>790412<!-- within a text -->03729<");
        signed = Messages.changed(signed, "<Person>", "<!-- between elements --><Person>");
        signed = Messages.changed(signed, "<sbdh:Sender>", "<sbdh:Sender><!-- in the header -->");
        signed = Messages.changed(signed, "<ds:KeyInfo>", "<ds:KeyInfo><!-- in the signature -->");
        int root = signed.indexOf("<sbdh:StandardBusinessDocument ");
        signed = signed.substring(0, root) + "<!-- before -->" + signed.substring(root) + "<!-- after -->";
        byte[] received = door.accepts(ADEM, signed.getBytes(UTF_8)).letter().xml();
        assertThat(new String(received, UTF_8)).contains(">79041203729<").doesNotContain("<!--");
    }

    @Test
    void aProcessingInstructionInTheSignature() {
        byte[] xml = Messages.changed(door.messages().bytes(original), "<ds:KeyInfo>", "<ds:KeyInfo><?do something?>");
        door.refuses(ADEM, xml, RefusalCode.MALFORMED);
    }
}
