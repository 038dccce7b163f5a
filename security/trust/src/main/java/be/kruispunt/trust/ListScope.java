package be.kruispunt.trust;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.jspecify.annotations.Nullable;

/**
 * What a revocation list speaks of (RFC 5280, 5.2.4 and 5.2.5). Certificates that are asked about here are never those
 * of authorities, so a list of users' certificates only is whole.
 *
 * @param part why the list is only a part even of what it names, if it is
 * @param points the distribution points that it is for; absent when it is for all certificates of its issuer
 * @param series tells this issuer's lists of one scope from those of another: their numbers do not compare
 */
record ListScope(Optional<String> part, Optional<Set<GeneralName>> points, String series) {
    static final String DELTA = "a delta";

    static ListScope of(Optional<Extensions> extensions) throws UnusableList {
        Extension delta = extension(extensions, Extension.deltaCRLIndicator);
        Extension issuing = extension(extensions, Extension.issuingDistributionPoint);
        String series = (delta == null ? "" : "delta ")
                + (issuing == null
                        ? ""
                        : HexFormat.of().formatHex(issuing.getExtnValue().getOctets()));
        Optional<String> part = delta == null ? Optional.empty() : Optional.of(DELTA);
        if (issuing == null) {
            return new ListScope(part, Optional.empty(), series);
        }
        var point = IssuingDistributionPoint.getInstance(issuing.getParsedValue());
        if (point.isIndirectCRL()) {
            throw new UnusableList("it is an indirect one, which may speak of other issuers' certificates");
        }
        if (point.onlyContainsCACerts() || point.onlyContainsAttributeCerts()) {
            throw new UnusableList("it says nothing of institutions' certificates");
        }
        if (part.isEmpty() && point.getOnlySomeReasons() != null) {
            part = Optional.of("for some reasons only");
        }
        return new ListScope(part, names(point.getDistributionPoint()), series);
    }

    /** Whether a certificate with these distribution points is not revoked when it does not stand on the list. */
    boolean covers(Set<GeneralName> ofCertificate) {
        return part.isEmpty()
                && points.map(own -> own.stream().anyMatch(ofCertificate::contains))
                        .orElse(true);
    }

    /** The full names of the points at which the certificate's issuer itself publishes lists for all reasons. */
    static Set<GeneralName> pointsOf(Optional<Extensions> ofCertificate) {
        Extension extension = extension(ofCertificate, Extension.cRLDistributionPoints);
        Set<GeneralName> names = new HashSet<>();
        if (extension != null) {
            for (DistributionPoint point :
                    CRLDistPoint.getInstance(extension.getParsedValue()).getDistributionPoints()) {
                if (point.getCRLIssuer() == null && point.getReasons() == null) {
                    names(point.getDistributionPoint()).ifPresent(names::addAll);
                }
            }
        }
        return Set.copyOf(names);
    }

    /** A name that is relative to the issuer matches none: nobody is known to use it. */
    private static Optional<Set<GeneralName>> names(@Nullable DistributionPointName point) {
        if (point == null) {
            return Optional.empty();
        }
        return Optional.of(
                point.getType() == DistributionPointName.FULL_NAME
                        ? Set.copyOf(List.of(
                                GeneralNames.getInstance(point.getName()).getNames()))
                        : Set.of());
    }

    private static @Nullable Extension extension(Optional<Extensions> extensions, ASN1ObjectIdentifier name) {
        return extensions.map(all -> all.getExtension(name)).orElse(null);
    }
}
