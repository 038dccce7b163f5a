package be.kruispunt.trust;

import static be.kruispunt.trust.Fixture.ADEM;
import static be.kruispunt.trust.Fixture.NOW;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority that can publish every kind of revocation list, and renew itself. */
final class AnAuthority {
    static final Secret PASSWORD = new Secret("of a test");
    static final String SHARD = "http://crl.example/7.crl";

    final KeyPair pair;
    final X509Certificate certificate;
    private final String name;

    private AnAuthority(String name, KeyPair pair, X509Certificate certificate) {
        this.name = name;
        this.pair = pair;
        this.certificate = certificate;
    }

    static AnAuthority named(String name) {
        KeyPair pair = KeyKind.EC_P256.generate();
        return new AnAuthority(name, pair, CertificateMaker.selfSigned(name, pair, NOW));
    }

    /** Its next certificate, for the same key. */
    AnAuthority renewed() {
        return new AnAuthority(name, pair, CertificateMaker.selfSigned(name, pair, NOW.plusSeconds(60)));
    }

    /** Its next key, under the same name. */
    AnAuthority rekeyed() {
        KeyPair next = KeyKind.EC_P256.generate();
        return new AnAuthority(name, next, CertificateMaker.selfSigned(name, next, NOW));
    }

    /** Believes these, with the lists of that folder, always at the same moment. */
    static TrustStore trusted(Path folder, AnAuthority... authorities) {
        return new TrustStore(
                Stream.of(authorities).map(one -> one.certificate).toList(),
                folder,
                List.of(),
                InstantSource.fixed(NOW));
    }

    X509Certificate issues() {
        return new CertificateMaker(certificate, pair.getPrivate())
                .certificate(
                        CertificateOrder.signing(ADEM, "ADEM", NOW),
                        KeyKind.EC_P256.generate().getPublic());
    }

    /** A key to connect with, and its certificate. */
    TlsMaterial client(Path p12) throws Exception {
        KeyPair own = KeyKind.EC_P256.generate();
        Instant now = Instant.now();
        X509Certificate issued = new CertificateMaker(certificate, pair.getPrivate())
                .certificate(CertificateOrder.client(ADEM, "ADEM", now), own.getPublic());
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("key", own.getPrivate(), PASSWORD.chars(), new Certificate[] {issued, certificate});
        try (var out = Files.newOutputStream(p12)) {
            store.store(out, PASSWORD.chars());
        }
        return new TlsMaterial(p12, PASSWORD, p12, PASSWORD);
    }

    /** A certificate that says where its revocation is published. */
    X509Certificate issuesFor(String point) throws Exception {
        var builder = new JcaX509v3CertificateBuilder(
                certificate,
                BigInteger.valueOf(4711),
                Date.from(NOW.minusSeconds(60)),
                Date.from(NOW.plusSeconds(60)),
                new X500Name("2.5.4.97=LU:0053"),
                KeyKind.EC_P256.generate().getPublic());
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.nonRepudiation));
        builder.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
            new DistributionPoint(at(point), null, null)
        }));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
    }

    static DistributionPointName at(String uri) {
        return new DistributionPointName(new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, uri)));
    }

    /** A whole list of today, which the change may make into something else. */
    Published list(int number, Consumer<Draft> change) {
        var draft = new Draft();
        draft.number = number;
        change.accept(draft);
        return draft.publish(this);
    }

    Published list(int number) {
        return list(number, draft -> {});
    }

    /** The bytes of a list. */
    record Published(String der) {
        String pem() {
            return "-----BEGIN X509 CRL-----\n" + der + "\n-----END X509 CRL-----\n";
        }
    }

    static void publish(Path file, Published... lists) throws IOException {
        var text = new StringBuilder();
        for (Published list : lists) {
            text.append(list.pem());
        }
        Files.writeString(file, text);
    }

    /** What shall stand in a list. */
    static final class Draft {
        int number;
        Instant thisUpdate = NOW.minusSeconds(60);
        Instant nextUpdate = NOW.plus(Duration.ofDays(7));
        private final ExtensionsGenerator extensions = new ExtensionsGenerator();
        private final List<Consumer<X509v2CRLBuilder>> entries = new ArrayList<>();

        void revoke(X509Certificate certificate) {
            entries.add(list -> list.addCRLEntry(certificate.getSerialNumber(), Date.from(thisUpdate), 0));
        }

        void entry(X509Certificate certificate, ASN1ObjectIdentifier name, boolean critical, ASN1Encodable value) {
            Extensions extension = Extensions.getInstance(new Extensions(extension(name, critical, value)));
            entries.add(list -> list.addCRLEntry(certificate.getSerialNumber(), Date.from(thisUpdate), extension));
        }

        void with(ASN1ObjectIdentifier name, boolean critical, ASN1Encodable value) {
            extensions.addExtension(extension(name, critical, value));
        }

        private static Extension extension(ASN1ObjectIdentifier name, boolean critical, ASN1Encodable value) {
            try {
                return new Extension(name, critical, value.toASN1Primitive().getEncoded());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private Published publish(AnAuthority authority) {
            try {
                var builder = new X509v2CRLBuilder(
                        X500Name.getInstance(
                                authority.certificate.getSubjectX500Principal().getEncoded()),
                        Date.from(thisUpdate));
                builder.setNextUpdate(Date.from(nextUpdate));
                if (number > 0) {
                    builder.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(number)));
                }
                if (!extensions.isEmpty()) {
                    Extensions all = extensions.generate();
                    for (ASN1ObjectIdentifier name : all.getExtensionOIDs()) {
                        builder.addExtension(all.getExtension(name));
                    }
                }
                entries.forEach(entry -> entry.accept(builder));
                byte[] der = builder.build(
                                new JcaContentSignerBuilder("SHA256withECDSA").build(authority.pair.getPrivate()))
                        .getEncoded();
                return new Published(Base64.getMimeEncoder().encodeToString(der));
            } catch (Exception e) { // a test's own making
                throw new IllegalStateException(e);
            }
        }
    }
}
