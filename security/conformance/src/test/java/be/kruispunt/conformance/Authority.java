package be.kruispunt.conformance;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.trust.CertificateOrder;
import be.kruispunt.trust.DemonstrationAuthority;
import be.kruispunt.trust.KeyKind;
import be.kruispunt.trust.TrustFolder;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** A demonstration authority, as the house sees it and as DSS sees it: both believe the same root and the same list. */
final class Authority {
    static final InstitutionId ADEM = InstitutionId.of("LU:0053");
    static final String DOCUMENT =
            """
            <doc:StandardBusinessDocument xmlns:doc="urn:example:sbd">
              <doc:Header version="1.0"><doc:Sender>LU:0053</doc:Sender></doc:Header>
              <u1:U1 xmlns:u1="urn:example:u1"><u1:Name>Wagner &amp; Weber &#xE9;</u1:Name></u1:U1>
            </doc:StandardBusinessDocument>
            """;

    final TrustFolder folder;
    final DemonstrationAuthority authority;
    final Instant now = InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS);

    Authority() throws IOException {
        Path base = Path.of(System.getProperty("java.io.tmpdir"));
        Files.createDirectories(base);
        folder = new TrustFolder(Files.createTempDirectory(base, "conformance"));
        authority = DemonstrationAuthority.create(folder, () -> now);
    }

    /** A signing key with its certificate, in a PKCS#12 file. */
    Path key(KeyKind kind) {
        Path p12 = folder.root().resolve("sign-" + kind + ".p12");
        authority.issue(CertificateOrder.signing(ADEM, "ADEM", now).withKey(kind), p12);
        return p12;
    }

    /** Believes our root, reads our list, and asks nobody on any network. */
    CertificateVerifier offlineDss() throws IOException, GeneralSecurityException {
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        trusted.addCertificate(new CertificateToken(authority.certificate()));
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trusted);
        verifier.setAIASource(null);
        verifier.setOcspSource(null);
        verifier.setCrlSource(new ExternalResourcesCRLSource(new ByteArrayInputStream(revocationList())));
        return verifier;
    }

    private byte[] revocationList() throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(folder.revocationList())) {
            return ((X509CRL) CertificateFactory.getInstance("X.509").generateCRL(in)).getEncoded();
        }
    }

    static Document parse(byte[] xml) throws IOException, SAXException, ParserConfigurationException {
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml));
    }

    static Document document() throws IOException, SAXException, ParserConfigurationException {
        return parse(DOCUMENT.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] write(Document dom) throws TransformerException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TransformerFactory.newDefaultInstance().newTransformer().transform(new DOMSource(dom), new StreamResult(out));
        return out.toByteArray();
    }
}
