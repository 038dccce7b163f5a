package be.kruispunt.trust;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.id.InstitutionId;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys of a hub that an authority of others certifies. */
class HubKeysTest {
    private static final InstitutionId HUB = InstitutionId.of("BE:0999999922");

    @Test
    void aRequestAsksForWhatTheHubNeeds(@TempDir Path root) throws IOException {
        var folder = new TrustFolder(root);
        HubKeys.make(folder, HUB, "Example", List.of("hub.example", "192.0.2.7"));

        PKCS10CertificationRequest signing = request(folder.hub().resolve("sign.csr"));
        assertThat(signing.getSubject()
                        .getRDNs(BCStyle.ORGANIZATION_IDENTIFIER)[0]
                        .getFirst()
                        .getValue())
                .hasToString("BE:0999999922");
        assertThat(KeyUsage.fromExtensions(extensions(signing)).hasUsages(KeyUsage.nonRepudiation))
                .isTrue();
        PKCS10CertificationRequest connecting = request(folder.hub().resolve("tls.csr"));
        assertThat(KeyUsage.fromExtensions(extensions(connecting)).hasUsages(KeyUsage.nonRepudiation))
                .isFalse();
        GeneralNames names = GeneralNames.fromExtensions(extensions(connecting), Extension.subjectAlternativeName);
        assertThat(names.getNames())
                .containsExactly(
                        new GeneralName(GeneralName.dNSName, "hub.example"),
                        new GeneralName(GeneralName.iPAddress, "192.0.2.7"));
    }

    @Test
    void theKeysAreTheOwners_andStayWhatTheyAre(@TempDir Path root) throws IOException {
        var folder = new TrustFolder(root);
        HubKeys.make(folder, HUB, "Example", List.of("localhost"));
        Path key = folder.hub().resolve("sign.key");
        String made = Files.readString(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");

        HubKeys.make(folder, HUB, "Example", List.of("localhost"));

        assertThat(Files.readString(key)).isEqualTo(made);
        assertThat(MissingFile.in(folder))
                .extracting(MissingFile::file)
                .containsExactly("hub/sign.p12", "hub/tls.p12", "trust.p12", "revoked.crl");
    }

    private static PKCS10CertificationRequest request(Path file) throws IOException {
        try (var parser = new PEMParser(new StringReader(Files.readString(file)))) {
            return (PKCS10CertificationRequest) parser.readObject();
        }
    }

    private static Extensions extensions(PKCS10CertificationRequest request) {
        return request.getRequestedExtensions();
    }
}
