package be.kruispunt.trust;

import be.kruispunt.model.id.InstitutionId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * An authority for demonstrations and tests: one root that issues directly, and its revocation list. It stands in for
 * the authority of a real network, so nothing but {@link TrustFolder} knows of it; replace the files and it is gone.
 */
public final class DemonstrationAuthority {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALIAS = "key";
    private static final Base64.Encoder PEM = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private final TrustFolder folder;
    private final InstantSource clock;
    private final X509Certificate certificate;
    private final CertificateMaker maker;

    private DemonstrationAuthority(
            TrustFolder folder, InstantSource clock, X509Certificate certificate, PrivateKey key) {
        this.folder = folder;
        this.clock = clock;
        this.certificate = certificate;
        this.maker = new CertificateMaker(certificate, key);
    }

    /**
     * Makes an authority with an empty revocation list in a folder that has none yet.
     *
     * @throws IllegalStateException if the folder has one: the certificates of an authority that is replaced are lost
     */
    public static DemonstrationAuthority create(TrustFolder folder, InstantSource clock) {
        if (Files.exists(folder.authority()) || Files.exists(folder.trust())) {
            throw new IllegalStateException("the folder " + folder.root().getFileName() + " has an authority already");
        }
        KeyPair pair = KeyKind.EC_P256.generate();
        X509Certificate root = CertificateMaker.selfSigned("Kruispunt demonstration root", pair, clock.instant());
        DemonstrationAuthority authority = new DemonstrationAuthority(folder, clock, root, pair.getPrivate());
        try {
            OwnerOnlyFiles.createFolder(folder.root());
            writeKey(folder.authority(), pair.getPrivate(), List.of(root));
            OwnerOnlyFiles.writePublic(folder.authorityCertificate(), pem("CERTIFICATE", root.getEncoded()));
            writeTrust(folder.trust(), root);
            authority.publish(authority.maker.revocationList(Optional.empty(), Optional.empty(), clock.instant()));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the authority cannot be written: " + e.getMessage(), e);
        }
        return authority;
    }

    /**
     * Opens the authority of a folder, to issue or revoke.
     *
     * @throws IllegalStateException if there is none that can be read
     */
    public static DemonstrationAuthority open(TrustFolder folder, InstantSource clock) {
        Secret password = TrustFolder.password(folder.authority());
        try (InputStream in = Files.newInputStream(folder.authority())) {
            KeyStore store = emptyStore();
            store.load(in, password.chars());
            X509Certificate root = (X509Certificate) store.getCertificate(ALIAS);
            PrivateKey key = (PrivateKey) store.getKey(ALIAS, password.chars());
            return new DemonstrationAuthority(folder, clock, root, key);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the authority's key cannot be read: " + e.getMessage(), e);
        }
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** Issues the hub's certificates: one to sign, one for TLS under localhost and these names. */
    public void issueHub(InstitutionId hub, String name, List<String> hostNames) {
        List<String> names = new ArrayList<>(List.of("localhost", "127.0.0.1"));
        hostNames.stream().filter(host -> !names.contains(host)).forEach(names::add);
        issuePair(
                folder.hub(),
                CertificateOrder.signing(hub, name, clock.instant()),
                CertificateOrder.server(hub, name, clock.instant(), names));
    }

    /** Issues an institution's two certificates: one to sign, one to connect. */
    public void issueInstitution(InstitutionId institution, String name) {
        issuePair(
                folder.institution(institution),
                CertificateOrder.signing(institution, name, clock.instant()),
                CertificateOrder.client(institution, name, clock.instant()));
    }

    private void issuePair(Path target, CertificateOrder signing, CertificateOrder tls) {
        issue(signing, target.resolve("sign.p12"));
        KeyPair pair = tls.key().generate();
        X509Certificate issued = maker.certificate(tls, pair.getPublic());
        write(target.resolve("tls.p12"), pair.getPrivate(), issued);
        try {
            OwnerOnlyFiles.write(
                    target.resolve("tls.key"),
                    pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Issues what is ordered into a PKCS#12 file, with its password and its certificate in PEM beside it. */
    public X509Certificate issue(CertificateOrder order, Path p12) {
        KeyPair pair = order.key().generate();
        X509Certificate issued = maker.certificate(order, pair.getPublic());
        write(p12, pair.getPrivate(), issued);
        return issued;
    }

    private void write(Path p12, PrivateKey key, X509Certificate issued) {
        try {
            OwnerOnlyFiles.createFolderOf(p12);
            writeKey(p12, key, List.of(issued, certificate));
            String name = p12.getFileName().toString().replaceFirst("\\.p12$", "") + ".pem";
            OwnerOnlyFiles.writePublic(p12.resolveSibling(name), pem("CERTIFICATE", issued.getEncoded()));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the certificate cannot be written: " + e.getMessage(), e);
        }
    }

    /** Puts a certificate on the revocation list, from now on and for good. */
    public void revoke(X509Certificate revoked) {
        publish(maker.revocationList(Optional.of(published()), Optional.of(revoked), clock.instant()));
    }

    /** Issues the same list again, because the published one runs out after a year. */
    public void renewRevocationList() {
        publish(maker.revocationList(Optional.of(published()), Optional.empty(), clock.instant()));
    }

    private X509CRL published() {
        try (InputStream in = Files.newInputStream(folder.revocationList())) {
            return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(in);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the published revocation list cannot be read: " + e.getMessage(), e);
        }
    }

    private void publish(X509CRL list) {
        try {
            OwnerOnlyFiles.writePublic(folder.revocationList(), pem("X509 CRL", list.getEncoded()));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the revocation list cannot be written: " + e.getMessage(), e);
        }
    }

    CertificateMaker maker() {
        return maker;
    }

    private static void writeKey(Path p12, PrivateKey key, List<X509Certificate> chain)
            throws IOException, GeneralSecurityException {
        Secret password = newPassword(p12);
        KeyStore store = emptyStore();
        store.setKeyEntry(ALIAS, key, password.chars(), chain.toArray(new Certificate[0]));
        writeStore(p12, store, password);
    }

    private static void writeTrust(Path p12, X509Certificate root) throws IOException, GeneralSecurityException {
        Secret password = newPassword(p12);
        KeyStore store = emptyStore();
        store.setCertificateEntry("authority", root);
        writeStore(p12, store, password);
    }

    private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static void writeStore(Path p12, KeyStore store, Secret password)
            throws IOException, GeneralSecurityException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, password.chars());
        OwnerOnlyFiles.write(p12, bytes.toByteArray());
    }

    private static Secret newPassword(Path p12) throws IOException {
        byte[] random = new byte[24];
        RANDOM.nextBytes(random);
        Secret password = new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        OwnerOnlyFiles.write(TrustFolder.passwordFile(p12), password.value().getBytes(StandardCharsets.US_ASCII));
        return password;
    }

    private static byte[] pem(String kind, byte[] der) {
        return ("-----BEGIN " + kind + "-----\n" + PEM.encodeToString(der) + "\n-----END " + kind + "-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
