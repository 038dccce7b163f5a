package be.kruispunt.documents;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.Samples.Kind;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/** That what is written and read keeps an enveloped signature over the whole message valid. */
class SignedMessageTest {
    private static final XMLSignatureFactory FACTORY = XMLSignatureFactory.getInstance("DOM");

    private final KeyPair keys = keys();
    private final MessageWriter writer = new MessageWriter(Fixture.CATALOGUE);

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private void sign(Document message) throws Exception {
        Reference whole = FACTORY.newReference(
                "",
                FACTORY.newDigestMethod(DigestMethod.SHA256, null),
                List.of(
                        FACTORY.newTransform(Transform.ENVELOPED, (@Nullable TransformParameterSpec) null),
                        FACTORY.newTransform(
                                CanonicalizationMethod.EXCLUSIVE, (@Nullable TransformParameterSpec) null)),
                null,
                null);
        SignedInfo info = FACTORY.newSignedInfo(
                FACTORY.newCanonicalizationMethod(
                        CanonicalizationMethod.EXCLUSIVE, (@Nullable C14NMethodParameterSpec) null),
                FACTORY.newSignatureMethod("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256", null),
                List.of(whole));
        FACTORY.newXMLSignature(info, null).sign(new DOMSignContext(keys.getPrivate(), message.getDocumentElement()));
    }

    private boolean holds(String message) throws Exception {
        Document dom = Fixture.read(message).dom();
        Node signature = dom.getElementsByTagNameNS("http://www.w3.org/2000/09/xmldsig#", "Signature")
                .item(0);
        var context = new DOMValidateContext(keys.getPublic(), signature);
        return FACTORY.unmarshalXMLSignature(context).validate(context);
    }

    private String signed(String sample) throws Exception {
        IncomingDocument incoming = Fixture.read(sample);
        Document message =
                writer.write(incoming.header(), Fixture.accepted(sample).payload());
        sign(message);
        return new String(writer.serialise(message), StandardCharsets.UTF_8);
    }

    @Test
    void aSignatureHolds_afterWritingAndReading() throws Exception {
        String text = Fixture.sample(Kind.U1, "<Periods>", "<Periods>")
                .replace(
                        "</TreatedAsInsurance>",
                        "</TreatedAsInsurance><reasonNotInsured>a&#13;\n\tb &lt; \"c\"</reasonNotInsured>");
        String message = signed(text);
        assertThat(holds(message)).isTrue();
        assertThat(Fixture.accepted(message).facts().act()).isEqualTo("U1");
    }

    @Test
    void aSignatureHolds_afterReadingAndWritingAgain() throws Exception {
        String message = signed(Fixture.sample(Kind.BL1_10));
        byte[] again = writer.serialise(Fixture.read(message).dom());
        assertThat(holds(new String(again, StandardCharsets.UTF_8))).isTrue();
    }

    @Test
    void aCommentDoesNotBreakIt_andIsNotRead() throws Exception {
        String message = signed(Fixture.sample(Kind.U1)).replace("Lambermont", "Lamber<!-- other -->mont");
        assertThat(holds(message)).isTrue();
        assertThat(Fixture.read(message).payload().getTextContent()).contains("Lambermont");
    }

    @Test
    void anyOtherChangeBreaksIt() throws Exception {
        String message = signed(Fixture.sample(Kind.U1));
        assertThat(holds(message.replace("Lambermont", "Lambermond"))).isFalse();
        assertThat(holds(message.replace("LU:0053</sbdh", "LU:0054</sbdh"))).isFalse();
    }
}
