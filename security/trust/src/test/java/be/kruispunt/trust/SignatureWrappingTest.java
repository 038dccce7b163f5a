package be.kruispunt.trust;

import static be.kruispunt.trust.Fixture.ADEM;
import static be.kruispunt.trust.Fixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.outcome.RefusalCode;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The classic ways to make a verifier look at one element and a reader at another (and some of their kin). */
class SignatureWrappingTest {
    private static final String EVIL = "<doc:StandardBusinessDocument xmlns:doc='urn:example:sbd'>"
            + "<doc:Sender>LU:0053</doc:Sender><doc:Extension/></doc:StandardBusinessDocument>";

    private final Fixture fixture = new Fixture();

    private void assertInvalid(Document dom, String why) {
        for (Document form : new Document[] {dom, Fixture.rewritten(dom)}) {
            NotVerified refusal = catchThrowableOfType(NotVerified.class, () -> fixture.verify(form));
            assertThat(refusal).isNotNull();
            assertThat(refusal.code()).isEqualTo(RefusalCode.SIGNATURE_INVALID);
            assertThat(refusal.detail()).contains(why);
        }
    }

    private static Element first(Document dom, String localName) {
        return (Element) dom.getElementsByTagNameNS("*", localName).item(0);
    }

    private static void moveTo(Node node, Node parent) {
        parent.appendChild(node);
    }

    @Test
    void theSignedRootUnderTheExtensionOfANewRoot_withItsSignatureAtTheNewRoot() {
        Document dom = Fixture.parse(EVIL);
        Node original = dom.importNode(fixture.signed(fixture.adem()).getDocumentElement(), true);
        moveTo(original, first(dom, "Extension"));
        moveTo(first(dom, "Signature"), dom.getDocumentElement());

        assertInvalid(dom, "changed after it was signed");
    }

    @Test
    void theSignedRootUnderTheExtensionOfANewRoot_withItsSignatureInPlace() {
        Document dom = Fixture.parse(EVIL);
        moveTo(dom.importNode(fixture.signed(fixture.adem()).getDocumentElement(), true), first(dom, "Extension"));

        assertInvalid(dom, "last element of the root");
    }

    @Test
    void theSignatureMovedIntoThePayload() {
        Document dom = fixture.signed(fixture.adem());
        moveTo(first(dom, "Signature"), first(dom, "Extension"));

        assertInvalid(dom, "last element of the root");
    }

    @Test
    void anElementAfterTheSignature() {
        Document dom = fixture.signed(fixture.adem());
        dom.getDocumentElement().appendChild(dom.createElementNS("urn:example:u1", "u1:Period"));

        assertInvalid(dom, "last element of the root");
    }

    @Test
    void aSecondSignature_whereverItStands() {
        Document dom = fixture.signed(fixture.adem());
        first(dom, "Extension").appendChild(first(dom, "Signature").cloneNode(true));
        Document side = fixture.signed(fixture.adem());
        side.getDocumentElement().appendChild(first(side, "Signature").cloneNode(true));

        assertInvalid(dom, "exactly one signature");
        assertInvalid(side, "exactly one signature");
    }

    @Test
    void aSecondElementWithTheIdOfTheSignedProperties_inAnySpelling() {
        for (String name : new String[] {"Id", "ID", "id", "iD"}) {
            Document dom = fixture.signed(fixture.adem());
            first(dom, "Period")
                    .setAttribute(name, first(dom, "SignedProperties").getAttribute("Id"));
            assertInvalid(dom, "an id stands on two elements");
        }
        Document xmlId = fixture.signed(fixture.adem());
        first(xmlId, "Period")
                .setAttributeNS(
                        "http://www.w3.org/XML/1998/namespace",
                        "xml:id",
                        first(xmlId, "SignedProperties").getAttribute("Id"));
        assertInvalid(xmlId, "an id stands on two elements");
    }

    @Test
    void anotherAttributeThatAReaderDeclaredAsId_doesNotCatchTheReference() {
        Document dom = fixture.signed(fixture.adem());
        Element period = first(dom, "Period");
        period.setAttribute("begin", first(dom, "SignedProperties").getAttribute("Id"));
        period.setIdAttribute("begin", true);

        NotVerified refusal = catchThrowableOfType(NotVerified.class, () -> fixture.verify(dom));
        assertThat(refusal.code()).isEqualTo(RefusalCode.SIGNATURE_INVALID);
    }

    @Test
    void aReferenceToAnInnerElement_evenByATrustedKey() {
        Document dom = Fixture.parse(Fixture.DOCUMENT);
        first(dom, "U1").setAttribute("Id", "inner");
        first(dom, "U1").setIdAttribute("Id", true);
        OtherSigner signer = new OtherSigner(fixture.adem());
        signer.uri = "#inner";

        assertInvalid(signer.sign(dom), "exactly two references");
    }

    @Test
    void aReferenceToTheRootById_insteadOfTheWholeDocument() {
        Document dom = Fixture.parse(Fixture.DOCUMENT);
        dom.getDocumentElement().setAttribute("Id", "root");
        dom.getDocumentElement().setIdAttribute("Id", true);
        OtherSigner signer = new OtherSigner(fixture.adem());
        signer.uri = "#root";

        assertInvalid(signer.sign(dom), "exactly two references");
    }

    @Test
    void aSignatureOverItsPropertiesOnly_orOverTheDocumentOnly() {
        OtherSigner propertiesOnly = new OtherSigner(fixture.adem());
        propertiesOnly.onlyProperties = true;
        OtherSigner contentOnly = new OtherSigner(fixture.adem());
        contentOnly.onlyContent = true;

        assertInvalid(propertiesOnly.sign(Fixture.parse(Fixture.DOCUMENT)), "SignedInfo must hold exactly");
        assertInvalid(contentOnly.sign(Fixture.parse(Fixture.DOCUMENT)), "SignedInfo must hold exactly");
    }

    @Test
    void theOriginalDocumentInsideAnObjectOfTheSignature() {
        Document dom = Fixture.parse(EVIL);
        OtherSigner signer = new OtherSigner(fixture.adem());
        signer.extraObjects.add(dom.importNode(Fixture.parse(Fixture.DOCUMENT).getDocumentElement(), true));
        signer.uri = "#o";

        assertInvalid(signer.sign(dom), "Signature must hold exactly");
    }

    @Test
    void theCertificateOfAnotherTrustedInstitutionInKeyInfo() throws Exception {
        Document dom = fixture.signed(fixture.adem());
        Document other = fixture.signed(
                fixture.identity(CertificateOrder.signing(InstitutionId.of("BE:0206737484"), "RVA", NOW)));
        first(dom, "X509Certificate")
                .setTextContent(first(other, "X509Certificate").getTextContent());

        assertInvalid(dom, "no certificate in KeyInfo");
    }

    @Test
    void aCertificateOfTheSameNameInKeyInfo() {
        Document dom = fixture.signed(fixture.adem());
        Document other = fixture.signed(fixture.adem());
        first(dom, "X509Certificate")
                .setTextContent(first(other, "X509Certificate").getTextContent());

        assertInvalid(dom, "no certificate in KeyInfo");
    }

    @Test
    void theSignatureOfAnotherDocument() {
        Document dom = Fixture.parse(Fixture.DOCUMENT.replace("2025-12-31", "2026-12-31"));
        Element signature = first(fixture.signed(fixture.adem()), "Signature");
        dom.getDocumentElement().appendChild(dom.importNode(signature, true));

        assertInvalid(dom, "changed after it was signed");
    }

    @Test
    void aCommentThatCutsATextInTwo() {
        Document dom = fixture.signed(fixture.adem());
        Element sender = first(dom, "Sender");
        sender.setTextContent("LU:00");
        sender.appendChild(dom.createComment("x"));
        sender.appendChild(dom.createTextNode("53"));

        assertInvalid(dom, "a comment stands within a text");
    }

    @Test
    void aCommentBetweenElements_isHarmless() {
        Document dom = fixture.signed(fixture.adem());
        Element header = first(dom, "Header");
        header.insertBefore(dom.createComment("a note"), header.getFirstChild());

        assertThatCode(() -> fixture.verify(dom)).doesNotThrowAnyException();
        assertThatCode(() -> fixture.verify(Fixture.rewritten(dom))).doesNotThrowAnyException();
    }

    @Test
    void aDoctype() {
        String signed = Fixture.write(fixture.signed(fixture.adem()));
        Document dom = Fixture.parse(
                "<!DOCTYPE doc:StandardBusinessDocument [<!ATTLIST u1:Period begin ID #IMPLIED>]>" + signed);

        NotVerified refusal = catchThrowableOfType(NotVerified.class, () -> fixture.verify(dom));
        assertThat(refusal.detail()).contains("DOCTYPE");
    }

    @Test
    void aProcessingInstructionThatWasAdded() {
        Document dom = fixture.signed(fixture.adem());
        first(dom, "Header").appendChild(dom.createProcessingInstruction("do", "something"));

        assertInvalid(dom, "changed after it was signed");
    }

    @Test
    void theOrderOfTheTwoReferences_isFree() throws NotVerified {
        for (boolean propertiesFirst : new boolean[] {false, true}) {
            OtherSigner signer = new OtherSigner(fixture.adem());
            signer.propertiesFirst = propertiesFirst;
            Document dom = signer.sign(Fixture.parse(Fixture.DOCUMENT));
            assertThat(fixture.verify(Fixture.rewritten(dom)).signer()).isEqualTo(ADEM);
        }
    }
}
