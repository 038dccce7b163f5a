package be.kruispunt.trust;

import static be.kruispunt.trust.Fixture.ADEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.kruispunt.model.outcome.RefusalCode;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What could be added to a signature without breaking it: none of it is taken, but what XAdES adds for evidence. */
class UnsignedPartsTest {
    private static final List<String> EVERYWHERE = List.of(
            "Signature", "SignatureValue", "KeyInfo", "X509Data", "X509Certificate", "Object", "QualifyingProperties");

    private final Fixture fixture = new Fixture();

    private void assertRefusedEverywhere(BiConsumer<Document, Element> addition) {
        for (String place : EVERYWHERE) {
            Document dom = fixture.signed(fixture.adem());
            addition.accept(
                    dom, (Element) dom.getElementsByTagNameNS("*", place).item(0));
            NotVerified refusal = catchThrowableOfType(NotVerified.class, () -> fixture.verify(Fixture.rewritten(dom)));
            assertThat(refusal).as(place).isNotNull();
            assertThat(refusal.code()).isEqualTo(RefusalCode.SIGNATURE_INVALID);
        }
    }

    private static void prepend(Element to, Node what) {
        to.insertBefore(what, to.getFirstChild());
    }

    @Test
    void anAttribute() {
        assertRefusedEverywhere((dom, place) -> place.setAttribute("note", "x"));
    }

    @Test
    void anElement() {
        assertRefusedEverywhere((dom, place) -> place.appendChild(dom.createElementNS(Names.DS, "ds:Object")));
    }

    @Test
    void text() {
        assertRefusedEverywhere((dom, place) -> prepend(place, dom.createTextNode("!")));
    }

    @Test
    void blanksThatXmlDoesNotKnow() {
        assertRefusedEverywhere((dom, place) -> prepend(place, dom.createTextNode("\u2003")));
    }

    @Test
    void aComment() {
        assertRefusedEverywhere((dom, place) -> prepend(place, dom.createComment("x")));
    }

    @Test
    void aProcessingInstruction() {
        assertRefusedEverywhere((dom, place) -> prepend(place, dom.createProcessingInstruction("do", "something")));
    }

    @Test
    void aNamespaceThatNoNameIsIn() {
        assertRefusedEverywhere((dom, place) ->
                place.setAttributeNS("http://www.w3.org/2000/xmlns/", "xmlns:note", "urn:example:anything"));
    }

    @Test
    void aLongId() {
        Document dom = fixture.signed(fixture.adem());
        ((Element) dom.getElementsByTagNameNS("*", "KeyInfo").item(0)).setAttribute("Id", "x".repeat(300));
        assertThat(catchThrowableOfType(NotVerified.class, () -> fixture.verify(dom)))
                .isNotNull();
    }

    @Test
    void moreBlanksThanIndentationNeeds() {
        Document dom = fixture.signed(fixture.adem());
        Node keyInfo = dom.getElementsByTagNameNS("*", "KeyInfo").item(0);
        keyInfo.appendChild(dom.createTextNode("\n  "));
        assertThat(catchThrowableOfType(NotVerified.class, () -> fixture.verify(dom)))
                .isNull();
        keyInfo.appendChild(dom.createTextNode(" ".repeat(257)));
        assertThat(catchThrowableOfType(NotVerified.class, () -> fixture.verify(dom)))
                .isNotNull();
    }

    private Document with(String unsigned) {
        OtherSigner signer = new OtherSigner(fixture.adem());
        signer.unsignedProperties = "<x:UnsignedProperties><x:UnsignedSignatureProperties>" + unsigned
                + "</x:UnsignedSignatureProperties></x:UnsignedProperties>";
        return Fixture.rewritten(signer.sign(Fixture.parse(Fixture.DOCUMENT)));
    }

    @Test
    void whatXadesAddsForEvidence_isTaken() throws NotVerified {
        Document dom = with("<x:SignatureTimeStamp Id='t'><ds:CanonicalizationMethod Algorithm='" + Names.EXCLUSIVE
                + "'/><x:EncapsulatedTimeStamp>AAAA</x:EncapsulatedTimeStamp></x:SignatureTimeStamp>"
                + "<x:CertificateValues><x:EncapsulatedX509Certificate>AAAA</x:EncapsulatedX509Certificate>"
                + "</x:CertificateValues><x:RevocationValues><x:CRLValues><x:EncapsulatedCRLValue>AAAA"
                + "</x:EncapsulatedCRLValue></x:CRLValues></x:RevocationValues>");

        assertThat(fixture.verify(dom).signer()).isEqualTo(ADEM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<x:CounterSignature/>",
                "<n:Note xmlns:n='http://uri.etsi.org/01903/v1.4.1#'>x</n:Note>",
                "<x:CertificateValues>x</x:CertificateValues>",
                "<x:CertificateValues note='x'/>",
                "<x:CertificateValues><x:EncapsulatedX509Certificate>!</x:EncapsulatedX509Certificate>"
                        + "</x:CertificateValues>",
                "<x:CertificateValues><x:OtherCertificate/></x:CertificateValues>",
                "<x:SignatureTimeStamp><ds:CanonicalizationMethod><x:CRLValues/></ds:CanonicalizationMethod>"
                        + "</x:SignatureTimeStamp>"
            })
    void whatIsNotOnTheList_isNotTaken(String unsigned) {
        NotVerified refusal = catchThrowableOfType(NotVerified.class, () -> fixture.verify(with(unsigned)));
        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).isEqualTo(RefusalCode.SIGNATURE_INVALID);
    }
}
