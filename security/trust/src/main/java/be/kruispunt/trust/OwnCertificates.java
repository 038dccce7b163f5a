package be.kruispunt.trust;

import be.kruispunt.model.id.InstitutionId;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The two certificates of a hub, under the rules that everybody's are under: what it signed with one that does not count,
 * nobody could believe. So a hub without both takes nothing in.
 */
public final class OwnCertificates {
    private static final Logger LOG = LoggerFactory.getLogger(OwnCertificates.class);
    private static final Duration NOTICE = Duration.ofDays(30);

    private record Own(String name, X509Certificate certificate, Purpose purpose) {}

    private final TrustStore trust;
    private final InstitutionId hub;
    private final List<Own> certificates;

    /**
     * Those of the key stores in the folder.
     *
     * @param hub whom both must name
     * @param connecting how the hub uses the other one: it takes connections, or opens them to a broker that runs apart
     * @throws SignerUnavailable if a key store cannot be read
     */
    public OwnCertificates(TrustFolder folder, TrustStore trust, InstitutionId hub, Purpose connecting) {
        this.trust = trust;
        this.hub = hub;
        this.certificates = List.of(
                new Own(
                        "signing certificate (hub/sign.p12)",
                        folder.hubIdentity().certificate(),
                        Purpose.SIGN),
                new Own("TLS certificate (hub/tls.p12)", folder.hubTls().certificate(), connecting));
    }

    /**
     * Returns if both count. Whether they are revoked may be unknown: their authority's list concerns others as well,
     * who are told.
     *
     * @throws OwnCertificateUnusable if one does not
     */
    public void requireUsable(Instant at) {
        for (Own own : certificates) {
            try {
                InstitutionId named =
                        trust.check(own.certificate(), own.purpose(), at).institution();
                if (!named.equals(hub)) {
                    throw new OwnCertificateUnusable("the hub's " + own.name() + " names " + named + ", not " + hub);
                }
            } catch (NotTrusted e) {
                throw new OwnCertificateUnusable("the hub's " + own.name() + " does not count: " + e.detail()
                        + "; put another in its place and start the hub again");
            } catch (RevocationUnknown e) {
                LOG.debug("whether the hub's {} is revoked cannot be told", own.name());
            }
        }
    }

    /** What an operator has to see to: from thirty days before an end. */
    public List<String> concerns(Instant now) {
        List<String> concerns = new ArrayList<>();
        try {
            requireUsable(now);
        } catch (OwnCertificateUnusable e) {
            concerns.add(String.valueOf(e.getMessage()));
            return concerns;
        }
        for (Own own : certificates) {
            Instant end = own.certificate().getNotAfter().toInstant();
            if (now.plus(NOTICE).isAfter(end)) {
                concerns.add("the hub's " + own.name() + " ends on " + end + ": renew it, and start the hub again");
            }
        }
        return concerns;
    }
}
