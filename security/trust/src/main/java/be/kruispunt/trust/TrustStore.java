package be.kruispunt.trust;

import static be.kruispunt.trust.CertificateProfile.untrusted;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.trust.RevocationLists.Question;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * Whom to believe: the authorities whose certificates count, their revocation lists, and the keys of those whom no
 * authority can speak for alone.
 *
 * <p>A certificate counts if one of these authorities issued it directly; there is no path to build through
 * certificates that a message brings along. That it did is checked once per certificate and remembered; validity and
 * revocation are checked each time.
 */
public final class TrustStore {
    private record Issued(InstitutionId institution, Question question) {}

    private final List<Issuer> issuers;
    private final RevocationLists revocations;
    private final Map<InstitutionId, Set<PublicKey>> bound;
    /** Holds only certificates that an authority issued, so strangers cannot fill it. */
    private final BoundedCache<X509Certificate, Issued> issued = new BoundedCache<>();

    /**
     * Trusts these authorities.
     *
     * @param lists the folder with their revocation lists
     * @param own certificates of those, such as the hub, whose id counts with one of these keys only
     */
    TrustStore(
            Collection<X509Certificate> authorities, Path lists, Collection<X509Certificate> own, InstantSource clock) {
        this.issuers = Issuer.of(authorities);
        this.revocations = new RevocationLists(lists, issuers, clock);
        Map<InstitutionId, Set<PublicKey>> keys = new HashMap<>();
        for (X509Certificate certificate : own) {
            keys.computeIfAbsent(Subjects.institution(certificate), any -> new HashSet<>())
                    .add(certificate.getPublicKey());
        }
        this.bound = Map.copyOf(keys);
    }

    /**
     * The certificates of authorities in a PKCS#12 file.
     *
     * @throws IllegalStateException if the file cannot be read or holds none
     */
    static List<X509Certificate> authorities(Path p12, char[] password) {
        List<X509Certificate> authorities = new ArrayList<>();
        try (InputStream in = Files.newInputStream(p12)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            for (String alias : Collections.list(store.aliases())) {
                if (store.isCertificateEntry(alias)) {
                    authorities.add((X509Certificate) store.getCertificate(alias));
                }
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(KeyStores.unreadable("trust store", p12), e);
        }
        if (authorities.isEmpty()) {
            throw new IllegalStateException("the trust store " + p12.getFileName()
                    + " holds no authority that Java recognises; make it with keytool -importcert");
        }
        return authorities;
    }

    /** Reads now whatever revocation lists were replaced. */
    public void reload() {
        revocations.reload();
    }

    /** Has a thread aside look whether revocation lists were replaced; {@link #check} does so too. */
    public void look() {
        revocations.look();
    }

    /** The revocation lists that count, a line for each: whose, which, until when, how many entries. */
    public List<String> describe() {
        return revocations.describe();
    }

    /** What an operator has to see to: lists that are late or soon will be, lists that are not used and why. */
    public List<String> concerns(Instant now) {
        return revocations.concerns(now);
    }

    /**
     * Believes a certificate for a purpose at a time, or says why not.
     *
     * @throws NotTrusted if it is not of a trusted authority, too weak, for another purpose, not valid at that time, or
     *     revoked by then
     * @throws RevocationUnknown if no revocation list that holds at that time speaks of it
     */
    public TrustedCertificate check(X509Certificate certificate, Purpose purpose, Instant at) throws NotTrusted {
        TrustedCertificate trusted = believe(certificate, purpose, at);
        requireNotRevoked(trusted, at);
        return trusted;
    }

    /** All but revocation: enough to compute with the key, and not to believe what comes of it. */
    TrustedCertificate believe(X509Certificate certificate, Purpose purpose, Instant at) throws NotTrusted {
        Issued known = issued(certificate);
        CertificateProfile.requirePurpose(certificate, purpose);
        CertificateProfile.requireValid(certificate, at, "certificate");
        Issuer issuer = known.question().issuer();
        if (!issuer.isValid(at)) {
            CertificateProfile.requireValid(issuer.latest(), at, "authority's certificate");
        }
        return new TrustedCertificate(known.institution(), certificate);
    }

    void requireNotRevoked(TrustedCertificate trusted, Instant at) throws NotTrusted {
        revocations.requireNotRevoked(issued(trusted.certificate()).question(), at);
    }

    private Issued issued(X509Certificate certificate) throws NotTrusted {
        Optional<Issued> known = issued.get(certificate);
        if (known.isPresent()) {
            return known.get();
        }
        Issued established = establish(certificate);
        issued.put(certificate, established);
        return established;
    }

    private Issued establish(X509Certificate certificate) throws NotTrusted {
        try {
            X509CertificateHolder holder = CertificateProfile.requireSound(certificate);
            Issuer issuer = issuers.stream()
                    .filter(authority -> authority.hasIssued(certificate))
                    .findFirst()
                    .orElseThrow(() -> untrusted("no trusted authority issued the certificate"));
            InstitutionId institution = Subjects.institution(certificate);
            Set<PublicKey> own = bound.get(institution);
            if (own != null && !own.contains(certificate.getPublicKey())) {
                throw untrusted("the certificate names " + institution + " and has another key than its own");
            }
            var points = ListScope.pointsOf(Optional.ofNullable(holder.getExtensions()));
            return new Issued(institution, new Question(certificate.getSerialNumber(), points, issuer));
        } catch (IllegalArgumentException e) {
            throw untrusted("the certificate names no institution, or cannot be read: " + e.getMessage());
        }
    }
}
