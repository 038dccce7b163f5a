package be.kruispunt.trust;

import static be.kruispunt.trust.Fixture.ADEM;
import static be.kruispunt.trust.Fixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.kruispunt.model.outcome.RefusalCode;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import javax.crypto.spec.SecretKeySpec;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.SignatureMethod;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.internal.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Signatures whose arithmetic is right, and that are refused for what they are. */
class SignatureFormTest {
    private static final String SHA1_RSA = "http://www.w3.org/2000/09/xmldsig#rsa-sha1";
    private static final String SHA1_ECDSA = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha1";

    private final Fixture fixture = new Fixture();

    private NotVerified refusal(Document dom) {
        return catchThrowableOfType(NotVerified.class, () -> fixture.verify(dom));
    }

    private NotVerified refusal(Consumer<OtherSigner> change) {
        OtherSigner signer = new OtherSigner(fixture.adem());
        change.accept(signer);
        return refusal(Fixture.rewritten(signer.sign(Fixture.parse(Fixture.DOCUMENT))));
    }

    private void assertInvalid(Consumer<OtherSigner> change, String why) {
        assertThat(refusal(change).code()).isEqualTo(RefusalCode.SIGNATURE_INVALID);
        assertThat(refusal(change).detail()).contains(why);
    }

    private static Element first(Document dom, String localName) {
        return (Element) dom.getElementsByTagNameNS("*", localName).item(0);
    }

    @Test
    void aDocumentWithoutSignature_orWithoutRoot() {
        assertThat(refusal(Fixture.parse(Fixture.DOCUMENT)).code()).isEqualTo(RefusalCode.SIGNATURE_MISSING);
        Document empty = Fixture.parse("<a/>");
        empty.removeChild(empty.getDocumentElement());
        assertThat(refusal(empty).code()).isEqualTo(RefusalCode.SIGNATURE_MISSING);
    }

    @Test
    void transformsThatChooseWhatIsSigned() {
        assertInvalid(s -> s.contentTransforms.add(s.xpath("not(ancestor-or-self::u1)")), "other transforms");
        assertInvalid(s -> s.contentTransforms.set(1, s.xpath("true()")), "not accepted");
        assertInvalid(s -> s.contentTransforms.remove(1), "other transforms");
    }

    @Test
    void anXsltTransform() {
        String constant =
                """
                <xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
                <xsl:template match="/"><constant/></xsl:template></xsl:stylesheet>""";

        assertInvalid(s -> s.contentTransforms.set(1, s.xslt(constant)), "not accepted");
        assertInvalid(s -> s.contentTransforms.add(1, s.xslt(constant)), "other transforms");
    }

    @Test
    void aReferenceToAnotherPlace() throws Exception {
        Path file = Files.createTempFile(fixture.folder.root(), "other", ".xml");
        Files.writeString(file, "<other/>");

        assertInvalid(
                s -> {
                    s.uri = file.toUri().toString();
                    s.contentTransforms.clear();
                },
                "exactly two references");
    }

    @Test
    void xpointerReferences() {
        assertInvalid(s -> s.uri = "#xpointer(/)", "exactly two references");
    }

    @Test
    void weakDigestsAndSignatureMethods() {
        assertInvalid(s -> s.digest = DigestMethod.SHA1, "DigestMethod has an algorithm");
        assertInvalid(s -> s.method = SHA1_ECDSA, "SignatureMethod has an algorithm");
        OtherSigner rsa = new OtherSigner(
                fixture.identity(CertificateOrder.signing(ADEM, "ADEM", NOW).withKey(KeyKind.RSA_2048)));
        rsa.method = SHA1_RSA;
        assertThat(refusal(rsa.sign(Fixture.parse(Fixture.DOCUMENT))).detail()).contains("SignatureMethod");
    }

    @Test
    void aSecretKeySignature_withThePublicKeyAsTheSecret() {
        SigningIdentity adem = fixture.adem();
        OtherSigner signer = new OtherSigner(adem);
        signer.method = SignatureMethod.HMAC_SHA256;
        byte[] publicKey = adem.certificate().getPublicKey().getEncoded();

        Document dom = signer.sign(Fixture.parse(Fixture.DOCUMENT), new SecretKeySpec(publicKey, "HmacSHA256"));

        assertThat(refusal(dom).detail()).contains("SignatureMethod has an algorithm");
    }

    @Test
    void aMethodThatDoesNotFitTheKey() {
        SigningIdentity adem = fixture.adem();
        OtherSigner signer = new OtherSigner(adem);
        signer.method = SignatureMethod.RSA_SHA256;

        Document dom = signer.sign(
                Fixture.parse(Fixture.DOCUMENT), KeyKind.RSA_2048.generate().getPrivate());

        assertThat(refusal(dom).detail()).contains("does not fit");
    }

    @Test
    void otherCanonicalizations() {
        for (String other : List.of(
                CanonicalizationMethod.INCLUSIVE,
                CanonicalizationMethod.INCLUSIVE_WITH_COMMENTS,
                CanonicalizationMethod.EXCLUSIVE_WITH_COMMENTS)) {
            assertInvalid(s -> s.canonicalization = other, "CanonicalizationMethod has an algorithm");
            assertInvalid(s -> s.contentTransforms.set(1, s.transform(other)), "Transform has an algorithm");
        }
    }

    @Test
    void anRsaKeyOf1024Bits() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        KeyPair pair = generator.generateKeyPair();
        OtherSigner signer = new OtherSigner(fixture.identity(CertificateOrder.signing(ADEM, "ADEM", NOW), pair));
        signer.method = SignatureMethod.RSA_SHA256;

        NotVerified refusal = refusal(signer.sign(Fixture.parse(Fixture.DOCUMENT)));

        assertThat(refusal.code()).isEqualTo(RefusalCode.CERTIFICATE_UNTRUSTED);
        assertThat(refusal.detail()).contains("RSA from 2048");
    }

    @Test
    void propertiesOfAnotherSignature_orAnotherObject_orOfAnotherKind() {
        assertInvalid(s -> s.target = "#other", "of another signature");
        assertInvalid(s -> s.objectReference = "#other", "of another object");
        assertInvalid(s -> s.propertiesType = "urn:example:other", "of the type SignedProperties");
        assertInvalid(
                s -> s.extraProperty =
                        "<x:SignaturePolicyIdentifier><x:SignaturePolicyImplied/>" + "</x:SignaturePolicyIdentifier>",
                "not on the list");
        assertInvalid(s -> s.unsignedProperties = "<x:UnsignedProperties/>", "UnsignedProperties must hold exactly");
    }

    @Test
    void aKeyInfoThatPointsElsewhere() {
        Document dom = fixture.signed(fixture.adem());
        Element retrieval = dom.createElementNS(Names.DS, "ds:RetrievalMethod");
        retrieval.setAttribute("URI", "http://example.org/key");
        first(dom, "KeyInfo").appendChild(retrieval);

        assertThat(refusal(dom).detail()).contains("KeyInfo must hold exactly");
    }

    @Test
    void rubbishWhereValuesStand() {
        for (String place : List.of("X509Certificate", "SignatureValue", "DigestValue", "SigningTime")) {
            Document dom = fixture.signed(fixture.adem());
            first(dom, place).setTextContent("!");
            assertThat(refusal(dom).code()).as(place).isEqualTo(RefusalCode.SIGNATURE_INVALID);
            first(dom, place).setTextContent("");
            assertThat(refusal(dom).code()).as(place).isEqualTo(RefusalCode.SIGNATURE_INVALID);
            first(dom, place).setTextContent("A".repeat(100_000));
            assertThat(refusal(dom).code()).as(place).isEqualTo(RefusalCode.SIGNATURE_INVALID);
        }
    }

    /** The platform's own reader of such keys looks for the last byte of none. */
    @Test
    void aCertificateWithAKeyOfNoBytes() throws Exception {
        for (ASN1ObjectIdentifier algorithm :
                List.of(EdECObjectIdentifiers.id_Ed25519, EdECObjectIdentifiers.id_X25519)) {
            byte[] der = new X509v3CertificateBuilder(
                            new X500Name("CN=x"),
                            BigInteger.ONE,
                            Date.from(NOW),
                            Date.from(NOW),
                            new X500Name("CN=x"),
                            new SubjectPublicKeyInfo(new AlgorithmIdentifier(algorithm), new byte[0]))
                    .build(new JcaContentSignerBuilder("SHA256withECDSA")
                            .build(KeyKind.EC_P256.generate().getPrivate()))
                    .getEncoded();
            Document dom = fixture.signed(fixture.adem());
            first(dom, "X509Certificate").setTextContent(Base64.getEncoder().encodeToString(der));
            ((Element) first(dom, "CertDigest").getLastChild())
                    .setTextContent(Base64.getEncoder()
                            .encodeToString(MessageDigest.getInstance("SHA-256").digest(der)));
            assertThat(refusal(dom).detail()).contains("the certificate cannot be read");
        }
    }

    /** Whoever has a signed document of somebody can put another under its signature, whose value is then right. */
    @Test
    void aDocumentWhoseFormIsFarLongerThanItself() {
        String signed = Fixture.write(fixture.signed(fixture.adem()));
        String signature = signed.substring(signed.indexOf("<ds:Signature "), signed.indexOf("</doc:Standard"));

        NotVerified refusal = refusal(Fixture.parse(InventedXml.ofALongForm(signature)));

        assertThat(refusal.code()).isEqualTo(RefusalCode.SIGNATURE_INVALID);
        assertThat(refusal.detail()).contains("cannot be evaluated");
    }

    /** It would be signed by no canonicalisation but ours, and others could not verify what was kept. */
    @Test
    void aRelativeNamespace_thatWasAdded_thoughNoNameIsInIt() {
        Document dom = fixture.signed(fixture.adem());
        dom.getDocumentElement().setAttributeNS("http://www.w3.org/2000/xmlns/", "xmlns:note", "note");

        assertThat(refusal(dom).detail()).contains("cannot be evaluated");
    }

    @Test
    void moreThanBase64_whereItIsNotSigned() {
        for (String place : List.of("X509Certificate", "SignatureValue")) {
            Document dom = fixture.signed(fixture.adem());
            first(dom, place).appendChild(dom.createElementNS(Names.DS, "ds:Object"));
            assertThat(refusal(dom).detail()).as(place).contains("has something else in it");
            Document other = fixture.signed(fixture.adem());
            first(other, place).appendChild(other.createTextNode("!"));
            assertThat(refusal(other).detail()).as(place).contains("is not base64");
        }
    }

    @Test
    void certificatesThatAreNotTrusted_areToldApart() {
        CertificateOrder order = CertificateOrder.signing(ADEM, "ADEM", NOW);
        SigningIdentity expired =
                fixture.identity(order.validBetween(NOW.minus(Duration.ofDays(9)), NOW.minus(Duration.ofDays(1))));
        SigningIdentity connecting = fixture.identity(CertificateOrder.client(ADEM, "ADEM", NOW));
        SigningIdentity impostor = new Fixture().identity(order);
        SigningIdentity revoked = fixture.identity(order);
        Document signedBefore = fixture.signed(revoked);
        fixture.authority.revoke(revoked.certificate());
        fixture.trust.reload();

        assertThat(refusal(fixture.signed(expired)).code()).isEqualTo(RefusalCode.CERTIFICATE_EXPIRED);
        assertThat(refusal(fixture.signed(connecting)).code()).isEqualTo(RefusalCode.CERTIFICATE_UNTRUSTED);
        assertThat(refusal(fixture.signed(impostor)).code()).isEqualTo(RefusalCode.CERTIFICATE_UNTRUSTED);
        assertThat(refusal(signedBefore).code()).isEqualTo(RefusalCode.CERTIFICATE_REVOKED);
    }
}
