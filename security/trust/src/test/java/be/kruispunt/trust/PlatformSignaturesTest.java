package be.kruispunt.trust;

import static be.kruispunt.trust.Fixture.ADEM;
import static be.kruispunt.trust.Fixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import be.kruispunt.model.outcome.RefusalCode;
import java.io.IOException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.SignatureMethod;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What the platform signs is verified, and what this house signs the platform verifies (decision 0041). */
class PlatformSignaturesTest {
    private static final Fixture FIXTURE = new Fixture();
    private static final SigningIdentity ADEM_SIGNS = FIXTURE.adem();

    private final Platform platform = new Platform();

    @Property(tries = 300, seed = "2026")
    void whateverThePlatformSigns_isVerified(@ForAll long seed) throws NotVerified {
        Document dom = withoutCommentsInTexts(seed);

        Document signed = Fixture.rewritten(new OtherSigner(ADEM_SIGNS).sign(dom));

        assertThat(FIXTURE.verify(signed).signer()).isEqualTo(ADEM);
    }

    @Property(tries = 300, seed = "2026")
    void whateverIsSignedHere_thePlatformVerifies(@ForAll long seed) throws NotVerified {
        Document dom = withoutCommentsInTexts(seed);
        FIXTURE.signer(ADEM_SIGNS).sign(dom);

        Document read = Fixture.rewritten(dom);

        assertThat(platform.verifies(read, ADEM_SIGNS.certificate().getPublicKey()))
                .isTrue();
        assertThat(FIXTURE.verify(read).signer()).isEqualTo(ADEM);
    }

    @Example
    void everyKeyMethodAndDigestOnTheList() throws Exception {
        KeyPairGenerator p384 = KeyPairGenerator.getInstance("EC");
        p384.initialize(new ECGenParameterSpec("secp384r1"));
        for (KeyPair pair : List.of(KeyKind.EC_P256.generate(), KeyKind.RSA_2048.generate(), p384.generateKeyPair())) {
            SigningIdentity identity = FIXTURE.identity(CertificateOrder.signing(ADEM, "ADEM", NOW), pair);
            List<String> methods = CryptoProviders.isEc(identity.key())
                    ? List.of(SignatureMethod.ECDSA_SHA256, SignatureMethod.ECDSA_SHA384)
                    : List.of(SignatureMethod.RSA_SHA256);
            for (String method : methods) {
                for (String digest : List.of(DigestMethod.SHA256, DigestMethod.SHA384, DigestMethod.SHA512)) {
                    OtherSigner signer = new OtherSigner(identity);
                    signer.method = method;
                    signer.digest = digest;
                    Document signed = Fixture.rewritten(signer.sign(Fixture.parse(Fixture.DOCUMENT)));
                    assertThat(FIXTURE.verify(signed).signer())
                            .as(pair.getPublic().getAlgorithm() + " " + method + " " + digest)
                            .isEqualTo(ADEM);
                }
            }
        }
    }

    @Example
    void aValueOfAnotherLength_orOfNumbersThatNoSignatureHas_isRefused() {
        byte[] value = Base64.getDecoder().decode(value(signed()).getTextContent());
        byte[] tooLarge = value.clone();
        Arrays.fill(tooLarge, 0, tooLarge.length / 2, (byte) 0xFF);
        for (byte[] other : List.of(
                new byte[0],
                new byte[64],
                Arrays.copyOf(value, 63),
                Arrays.copyOf(value, 65),
                Arrays.copyOfRange(value, 1, 63),
                tooLarge)) {
            Document dom = signed();
            value(dom).setTextContent(Base64.getEncoder().encodeToString(other));
            assertThat(catchThrowableOfType(NotVerified.class, () -> FIXTURE.verify(dom)))
                    .returns(RefusalCode.SIGNATURE_INVALID, NotVerified::code)
                    .extracting(NotVerified::detail, STRING)
                    .startsWith("the signature ");
        }
    }

    /** As DSS writes one value of 65,536. */
    @Example
    void numbersThatAreNotFilledUp_areTheSameNumbers() throws IOException {
        PublicKey key = ADEM_SIGNS.certificate().getPublicKey();
        byte[] numbers = new byte[62];
        new Random(2026).nextBytes(numbers);
        byte[] filledUp = new byte[64];
        System.arraycopy(numbers, 0, filledUp, 1, 31);
        System.arraycopy(numbers, 31, filledUp, 33, 31);

        assertThat(PlainEcdsa.toDer(numbers, key)).isEqualTo(PlainEcdsa.toDer(filledUp, key));
        assertThat(PlainEcdsa.ofDer(PlainEcdsa.toDer(numbers, key), key)).isEqualTo(filledUp);
    }

    private static Document signed() {
        return FIXTURE.signed(ADEM_SIGNS);
    }

    private static Element value(Document dom) {
        return (Element) dom.getElementsByTagNameNS(Names.DS, "SignatureValue").item(0);
    }

    /** As the hub reads: a comment within a text is refused for itself. */
    private static Document withoutCommentsInTexts(long seed) {
        return Fixture.parse(new InventedXml(new Random(seed)).document().replaceAll("<!--[^>]*-->", ""));
    }
}
