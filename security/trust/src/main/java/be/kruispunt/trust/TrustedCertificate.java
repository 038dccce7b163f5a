package be.kruispunt.trust;

import be.kruispunt.model.id.InstitutionId;
import java.security.cert.X509Certificate;

/**
 * A certificate that {@link TrustStore} believed, and the institution that it speaks for.
 *
 * @param institution from the subject's organizationIdentifier (ETSI EN 319 412-1, 5.1.4)
 */
public record TrustedCertificate(InstitutionId institution, X509Certificate certificate) {}
