package be.kruispunt.trust;

import be.kruispunt.model.id.InstitutionId;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** Reads whom a certificate speaks for. */
final class Subjects {
    private Subjects() {}

    /**
     * The institution in the subject's organizationIdentifier (2.5.4.97), which must stand there exactly once.
     *
     * @throws IllegalArgumentException if there is none, more than one, or it is not an institution id
     */
    static InstitutionId institution(X509Certificate certificate) {
        X500Name subject =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        RDN[] found = subject.getRDNs(BCStyle.ORGANIZATION_IDENTIFIER);
        if (found.length != 1 || found[0].isMultiValued()) {
            throw new IllegalArgumentException("one organizationIdentifier wanted in the certificate's subject");
        }
        return InstitutionId.of(IETFUtils.valueToString(found[0].getFirst().getValue()));
    }
}
