package be.kruispunt.trust;

import be.kruispunt.model.id.InstitutionId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/**
 * The keys of a hub that an authority of others shall certify: made where they are used, so that nobody else ever has
 * them, with a request (PKCS#10) for each that says what its certificate must hold. What already lies there is kept.
 */
public final class HubKeys {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder PEM = Base64.getMimeEncoder(64, new byte[] {'\n'});
    private static final Set<Purpose> CONNECTING = Set.of(Purpose.TLS_SERVER, Purpose.TLS_CLIENT);

    private HubKeys() {}

    /**
     * Makes {@code sign.key}, {@code sign.csr}, {@code tls.key} and {@code tls.csr} in the hub's folder, and passwords for
     * the stores that will hold their certificates and the authorities.
     *
     * @param organisation the name of who runs the hub
     * @param hostNames DNS names and IP addresses under which institutions connect
     */
    public static void make(TrustFolder folder, InstitutionId hub, String organisation, List<String> hostNames) {
        X500Name subject = new X500NameBuilder()
                .addRDN(BCStyle.C, hub.country().value())
                .addRDN(BCStyle.O, organisation)
                .addRDN(BCStyle.ORGANIZATION_IDENTIFIER, hub.value())
                .addRDN(BCStyle.CN, organisation)
                .build();
        try {
            OwnerOnlyFiles.createFolder(folder.hub());
            make(folder.hub(), "sign", subject, Set.of(Purpose.SIGN), List.of());
            make(folder.hub(), "tls", subject, CONNECTING, hostNames);
            for (Path store :
                    List.of(folder.hub().resolve("sign.p12"), folder.hub().resolve("tls.p12"), folder.trust())) {
                writePassword(TrustFolder.passwordFile(store));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the hub's keys cannot be written", e);
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("this Java cannot sign a request with a key that it made", e);
        }
    }

    /** Whether keys were made here that wait for their certificates, or did. */
    public static boolean requestsLieIn(TrustFolder folder) {
        return Files.exists(folder.hub().resolve("sign.csr"));
    }

    private static void make(Path folder, String name, X500Name subject, Set<Purpose> purposes, List<String> hostNames)
            throws IOException, OperatorCreationException {
        Path request = folder.resolve(name + ".csr");
        if (Files.exists(request)) {
            return;
        }
        KeyPair pair = KeyKind.EC_P256.generate();
        var extensions = new ExtensionsGenerator();
        CertificateMaker.addPurposes(extensions::addExtension, purposes, hostNames);
        byte[] encoded = new JcaPKCS10CertificationRequestBuilder(subject, pair.getPublic())
                .addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, extensions.generate())
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))
                .getEncoded();
        // The key first: a request without its key would be of no use.
        OwnerOnlyFiles.write(
                folder.resolve(name + ".key"),
                pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        OwnerOnlyFiles.writePublic(request, pem("CERTIFICATE REQUEST", encoded));
    }

    private static void writePassword(Path file) throws IOException {
        if (Files.notExists(file)) {
            var random = new byte[24];
            RANDOM.nextBytes(random);
            String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
            OwnerOnlyFiles.write(file, password.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static byte[] pem(String kind, byte[] der) {
        return ("-----BEGIN " + kind + "-----\n" + PEM.encodeToString(der) + "\n-----END " + kind + "-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
