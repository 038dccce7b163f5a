package be.kruispunt.trust;

import static be.kruispunt.trust.Fixture.ADEM;
import static be.kruispunt.trust.Fixture.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.kruispunt.documents.xml.XmlWriter;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

class DocumentSignerTest {
    private final Fixture fixture = new Fixture();

    /** A key that stays in a token which is no longer there. */
    private record GoneKey() implements PrivateKey {
        @Override
        public String getAlgorithm() {
            return "EC";
        }

        @Override
        public String getFormat() {
            throw new ProviderException("token was removed");
        }

        @Override
        public byte[] getEncoded() {
            throw new ProviderException("token was removed");
        }
    }

    @Test
    void aKeyThatIsGone_isSaid_andTheDocumentIsAsItWas() {
        X509Certificate certificate = fixture.adem().certificate();
        SigningIdentity identity =
                new SigningIdentity(List.of(certificate), new GoneKey(), Optional.of(Security.getProvider("SunEC")));
        Document dom = Fixture.parse(Fixture.DOCUMENT);

        assertThatThrownBy(() -> fixture.signer(identity).sign(dom))
                .isInstanceOf(SignerUnavailable.class)
                .hasMessageContaining("LU:0053");
        assertThat(dom.isEqualNode(Fixture.parse(Fixture.DOCUMENT))).isTrue();
    }

    @Test
    void aKeyOfAnUnknownKind_isRefusedAtOnce() throws NoSuchAlgorithmException {
        SigningIdentity identity = new SigningIdentity(
                List.of(fixture.adem().certificate()),
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate(),
                Optional.empty());

        assertThatThrownBy(() -> fixture.signer(identity)).isInstanceOf(SignerUnavailable.class);
    }

    @Test
    void aKeyStoreThatIsOpenAlready_servesToo() throws Exception {
        SigningIdentity adem = fixture.adem();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        char[] password = "for this test".toCharArray();
        store.setKeyEntry("any", adem.key(), password, new Certificate[] {adem.certificate()});

        SigningIdentity opened = SigningIdentity.of(store, password);

        assertThat(fixture.verify(fixture.signed(opened)).signer()).isEqualTo(ADEM);
        assertThat(opened.token()).isEmpty();
    }

    @Test
    void manyThreadsSignAndVerifyAtOnce() {
        DocumentSigner signer = fixture.signer(fixture.adem());
        DocumentVerifier verifier = fixture.verifier();

        List<Boolean> signedByAdem = IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> {
                    Document dom = Fixture.parse(Fixture.DOCUMENT.replace("Weber", "Weber " + i));
                    signer.sign(dom);
                    return verified(verifier, Fixture.rewritten(dom));
                })
                .toList();

        assertThat(signedByAdem).hasSize(200).containsOnly(true);
    }

    private static boolean verified(DocumentVerifier verifier, Document dom) {
        try {
            return verifier.verify(dom, NOW).signer().equals(ADEM);
        } catch (NotVerified e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aTreeThatDoesNotDeclareItsNamespaces_isNotSigned() {
        Document element = Fixture.parse("<a/>");
        element.getDocumentElement().appendChild(element.createElementNS("urn:example:b", "b:b"));
        Document attribute = Fixture.parse("<a><c xmlns:b='urn:example:b'/></a>");
        attribute.getDocumentElement().setAttributeNS("urn:example:b", "b:b", "x");
        Document undeclared = Fixture.parse("<a xmlns='urn:example:a'/>");
        undeclared.getDocumentElement().appendChild(undeclared.createElementNS(null, "none"));

        for (Document dom : List.of(element, attribute, undeclared)) {
            assertThatThrownBy(() -> fixture.signer(fixture.adem()).sign(dom))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("not declared");
        }
    }

    @Test
    void aSingleElementDocument_andOneWithInstructionsAndBlanksAround_verify() throws NotVerified {
        for (String xml : List.of("<a/>", "<?go on?>\n<a>\n\n</a>\n<?stop here?>", "<a b='&#10;&amp;'>&#13;x</a>")) {
            Document dom = Fixture.parse(xml);
            fixture.signer(fixture.adem()).sign(dom);
            assertThat(fixture.verify(Fixture.rewritten(dom)).signer()).as(xml).isEqualTo(ADEM);
        }
    }

    /** The canonical form of what is signed is the hub's own: the platform's must agree. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a xmlns='urn:a'><b xmlns=''><c xmlns='urn:a'/></b><d xmlns:unused='urn:u'/></a>",
                "<p:a xmlns:p='urn:1'><p:b xmlns:p='urn:2' p:x='1'><p:c xmlns:p='urn:1'/></p:b><p:d/></p:a>",
                "<a xmlns:z='urn:a' xmlns:y='urn:b' z:b='1' y:c='2' z:a='3' d='4' c='5' xml:lang='nl'><z:b/></a>",
                "<a b='&quot;&apos;&lt;>&amp;&#9;&#10;&#13;"
                        + " \u00e9\uD842\uDFB7'>&lt;&gt;&amp;\"'&#13;&#9;\u00e9\uD842\uDFB7</a>",
                "<a><x>x<![CDATA[<&>]]>y</x><b> </b><!-- between --><c/>\n</a>",
                "<a><?say it twice?><b xmlns:s='urn:s'><?say?><s:c><s:d s:e=''/></s:c></b></a>"
            })
    void whatIsSigned_isWhatThePlatformReads(String xml) throws NotVerified {
        Document dom = Fixture.parse(xml);
        SigningIdentity adem = fixture.adem();
        fixture.signer(adem).sign(dom);
        Document read = Fixture.rewritten(dom);
        assertThat(new Platform().verifies(read, adem.certificate().getPublicKey()))
                .isTrue();
        assertThat(fixture.verify(read).signer()).isEqualTo(ADEM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a/>",
                "<h\u00e9\u00e9l>x</h\u00e9\u00e9l>",
                "<m:a xmlns:m='urn:m' b='1'><m:c/>&gt; &#13; <d xmlns='urn:d'>\u00e9\uD83D\uDE00</d></m:a>",
                "<a xmlns:m='urn:m' type='m:name'/>",
                "<a xmlns:m='urn:m'><m:b/></a>"
            })
    void theBytesOfASignedDocument_sayWhatTheTreeSays_andVerify(String xml) throws NotVerified {
        Document dom = Fixture.parse(xml);
        byte[] signed = fixture.signer(fixture.adem()).signed(dom, signature -> XmlWriter.bytes(dom, signature));

        Document read = Fixture.parse(new String(signed, UTF_8));
        assertThat(fixture.verify(read).signer()).isEqualTo(ADEM);
        read.getDocumentElement().removeChild(read.getDocumentElement().getLastChild());
        assertThat(read.isEqualNode(dom)).isTrue();
    }

    @Test
    void whereWhatIsSignedSaysLessThanTheTree_orInMoreBytes_theTreeIsWritten() {
        byte[] written = {1};
        for (String xml : List.of(
                "<a xmlns:m='urn:m' type='m:name'/>",
                "<a xmlns:m='urn:m'><m:b/></a>",
                "<a><!-- not signed --></a>",
                "<?before the='root'?><a/>",
                "<a>" + "'".repeat(600_000) + "</a>")) {
            Document dom = Fixture.parse(xml);
            assertThat(fixture.signer(fixture.adem()).signed(dom, signature -> written))
                    .as(xml.substring(0, 20))
                    .isSameAs(written);
        }
    }
}
