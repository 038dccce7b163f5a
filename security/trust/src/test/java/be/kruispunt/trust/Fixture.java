package be.kruispunt.trust;

import be.kruispunt.model.id.InstitutionId;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** An authority of its own in a temporary folder, and what the tests sign and verify with. */
final class Fixture {
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    static final InstitutionId ADEM = InstitutionId.of("LU:0053");
    static final String DOCUMENT =
            """
            <doc:StandardBusinessDocument xmlns:doc="urn:example:sbd">
              <doc:Header version="1.0"><doc:Sender>LU:0053</doc:Sender></doc:Header>
              <u1:U1 xmlns:u1="urn:example:u1">
                <u1:Person><u1:Name>Wagner &amp; Weber</u1:Name><u1:Note><![CDATA[a < b]]></u1:Note></u1:Person>
                <u1:Period begin="2024-01-01" end="2025-12-31"/>
                <u1:Extension/>
              </u1:U1>
            </doc:StandardBusinessDocument>
            """;

    final TrustFolder folder;
    final DemonstrationAuthority authority;
    final TrustStore trust;
    final CryptoProviders providers = CryptoProviders.best();

    Fixture() {
        try {
            Path base = Path.of(System.getProperty("java.io.tmpdir"));
            Files.createDirectories(base);
            this.folder = new TrustFolder(Files.createTempDirectory(base, "trust"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        this.authority = DemonstrationAuthority.create(folder, InstantSource.fixed(NOW));
        this.trust = folder.trustStore(InstantSource.fixed(NOW));
    }

    SigningIdentity identity(CertificateOrder order) {
        return identity(order, order.key().generate());
    }

    SigningIdentity identity(CertificateOrder order, KeyPair pair) {
        X509Certificate certificate = authority.maker().certificate(order, pair.getPublic());
        return new SigningIdentity(List.of(certificate), pair.getPrivate(), Optional.empty());
    }

    SigningIdentity adem() {
        return identity(CertificateOrder.signing(ADEM, "ADEM", NOW));
    }

    DocumentSigner signer(SigningIdentity identity) {
        return new DocumentSigner(identity, providers, InstantSource.fixed(NOW));
    }

    Document signed(SigningIdentity identity) {
        Document dom = parse(DOCUMENT);
        signer(identity).sign(dom);
        return dom;
    }

    DocumentVerifier verifier() {
        return new DocumentVerifier(trust, providers);
    }

    VerifiedSignature verify(Document dom) throws NotVerified {
        return verifier().verify(dom, NOW);
    }

    static Document parse(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static String write(Document dom) {
        try {
            Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter out = new StringWriter();
            transformer.transform(new DOMSource(dom), new StreamResult(out));
            return out.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As it is after it crossed a network. */
    static Document rewritten(Document dom) {
        return parse(write(dom));
    }
}
