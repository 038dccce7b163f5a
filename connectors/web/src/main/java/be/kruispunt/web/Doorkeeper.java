package be.kruispunt.web;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.trust.NotTrusted;
import be.kruispunt.trust.Purpose;
import be.kruispunt.trust.RevocationUnknown;
import be.kruispunt.trust.TrustStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who is who at the door: the certificate decides, and nothing else, as at the broker's door. It is looked at for each request,
 * so who is revoked or leaves the register is refused at the next one.
 */
final class Doorkeeper {
    private final TrustStore trust;
    private final Predicate<InstitutionId> known;
    private final InstantSource clock;

    Doorkeeper(TrustStore trust, Predicate<InstitutionId> known, InstantSource clock) {
        this.trust = trust;
        this.known = known;
        this.clock = clock;
    }

    /** What a certificate is good for now. */
    sealed interface Standing {
        record Known(InstitutionId institution) implements Standing {}

        record Refused(Problem problem) implements Standing {}
    }

    Standing standing(Optional<Certificate[]> chain) {
        if (chain.isEmpty() || chain.get().length == 0 || !(chain.get()[0] instanceof X509Certificate certificate)) {
            return refused(ProblemType.MISSING_PERMISSION, "Show a client certificate");
        }
        try {
            InstitutionId institution = trust.check(certificate, Purpose.TLS_CLIENT, clock.instant())
                    .institution();
            return known.test(institution)
                    ? new Standing.Known(institution)
                    : refused(ProblemType.MISSING_PERMISSION, institution + " is not registered here");
        } catch (NotTrusted e) {
            return refused(ProblemType.MISSING_PERMISSION, "The client certificate is refused: " + e.detail());
        } catch (RevocationUnknown e) {
            return refused(
                    ProblemType.SERVICE_UNAVAILABLE,
                    "It cannot be told now whether the client certificate is revoked; ask again later");
        }
    }

    private static Standing refused(ProblemType type, String detail) {
        return new Standing.Refused(Problem.of(type, detail));
    }
}
