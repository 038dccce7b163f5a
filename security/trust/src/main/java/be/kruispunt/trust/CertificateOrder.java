package be.kruispunt.trust;

import be.kruispunt.model.id.InstitutionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What shall stand in a certificate of the demonstration authority.
 *
 * @param institution for the subject's organizationIdentifier
 * @param name for the subject's common name
 * @param purposes what the certificate may be used for; signing is never together with connecting
 * @param key kind of key
 * @param begin valid from
 * @param end valid to
 * @param hostNames DNS names and IP addresses, of a server
 */
public record CertificateOrder(
        InstitutionId institution,
        String name,
        Set<Purpose> purposes,
        KeyKind key,
        Instant begin,
        Instant end,
        List<String> hostNames) {
    private static final Duration LIFE = Duration.ofDays(730);
    /** For partners whose clocks are behind. */
    private static final Duration EARLIER = Duration.ofMinutes(10);

    public CertificateOrder {
        purposes = Set.copyOf(purposes);
        hostNames = List.copyOf(hostNames);
        if (purposes.contains(Purpose.SIGN) && purposes.size() > 1) {
            throw new IllegalArgumentException("a signing certificate has no other purpose");
        }
    }

    /** A signing certificate with an EC key, valid for two years. */
    public static CertificateOrder signing(InstitutionId institution, String name, Instant now) {
        return of(institution, name, now, Set.of(Purpose.SIGN), List.of());
    }

    /** A TLS client certificate with an EC key, valid for two years. */
    public static CertificateOrder client(InstitutionId institution, String name, Instant now) {
        return of(institution, name, now, Set.of(Purpose.TLS_CLIENT), List.of());
    }

    /** A TLS certificate that serves under these host names and is a client as well. */
    public static CertificateOrder server(InstitutionId institution, String name, Instant now, List<String> hostNames) {
        return of(institution, name, now, Set.of(Purpose.TLS_SERVER, Purpose.TLS_CLIENT), hostNames);
    }

    private static CertificateOrder of(
            InstitutionId institution, String name, Instant now, Set<Purpose> purposes, List<String> hostNames) {
        return new CertificateOrder(
                institution, name, purposes, KeyKind.EC_P256, now.minus(EARLIER), now.plus(LIFE), hostNames);
    }

    public CertificateOrder withKey(KeyKind kind) {
        return new CertificateOrder(institution, name, purposes, kind, begin, end, hostNames);
    }

    /** Also in the past: tests need certificates that have expired. */
    public CertificateOrder validBetween(Instant from, Instant to) {
        return new CertificateOrder(institution, name, purposes, key, from, to, hostNames);
    }
}
