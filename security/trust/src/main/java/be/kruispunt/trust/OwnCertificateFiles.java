package be.kruispunt.trust;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/**
 * The certificates of the hub, for whoever has to know its key: those of its key stores where they can be opened, and
 * all in PEM beside them, such as those of keys that it had before.
 */
final class OwnCertificateFiles {
    private OwnCertificateFiles() {}

    static List<X509Certificate> in(Path folder) {
        List<X509Certificate> found = new ArrayList<>();
        for (String store : List.of("sign.p12", "tls.p12")) {
            Path p12 = folder.resolve(store);
            if (Files.isReadable(p12) && Files.isReadable(TrustFolder.passwordFile(p12))) {
                found.add(SigningIdentity.load(p12, TrustFolder.password(p12).chars())
                        .certificate());
            }
        }
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.pem")) {
                for (Path file : files) {
                    addAll(file, found);
                }
            } catch (IOException | GeneralSecurityException e) {
                throw new IllegalStateException("a certificate of the hub cannot be read: " + e.getMessage(), e);
            }
        }
        return found;
    }

    /** A file may hold the authority's certificate as well. */
    private static void addAll(Path file, List<X509Certificate> found) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                if (certificate instanceof X509Certificate own && own.getBasicConstraints() == -1) {
                    found.add(own);
                }
            }
        }
    }
}
