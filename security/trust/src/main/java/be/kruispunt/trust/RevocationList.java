package be.kruispunt.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.TBSCertList.CRLEntry;

/**
 * One revocation list, kept as its bytes and a table of where each entry begins: half a million entries take the place of
 * the file and four megabytes, where objects would take two hundred.
 */
final class RevocationList {
    /** What stands before and after the entries. */
    record Frame(
            X500Principal issuer,
            ListAge age,
            Optional<Instant> nextUpdate,
            ListScope scope,
            AuthoritySignature signature) {}

    private final byte[] der;
    private final Frame frame;
    /** Offsets by the hash of the serial number, open addressing; 0 is a free place, and no entry begins there. */
    private final int[] table;

    private final int size;

    RevocationList(byte[] der, Frame frame, int[] offsets, int size) throws IOException {
        this.der = der;
        this.frame = frame;
        this.size = size;
        this.table = new int[Math.max(2, Integer.highestOneBit(Math.max(1, size)) << 2)];
        for (int i = 0; i < size; i++) {
            int place = place(entry(offsets[i]).getUserCertificate().getValue());
            while (table[place] != 0) {
                place = next(place);
            }
            table[place] = offsets[i];
        }
    }

    X500Principal issuer() {
        return frame.issuer();
    }

    ListAge age() {
        return frame.age();
    }

    ListScope scope() {
        return frame.scope();
    }

    Optional<Instant> nextUpdate() {
        return frame.nextUpdate();
    }

    int size() {
        return size;
    }

    boolean isSignedWith(PublicKey key) {
        return frame.signature().isBy(key);
    }

    /** RFC 5280 asks for a next update (5.1.2.5); without one nobody can tell how long the list holds. */
    boolean isLate(Instant at) {
        return nextUpdate().map(at::isAfter).orElse(true);
    }

    /** Since when the list says that the certificate with this number is revoked; the earliest, should it stand there twice. */
    Optional<Instant> revokedSince(BigInteger serial) {
        Optional<Instant> since = Optional.empty();
        for (int place = place(serial); table[place] != 0; place = next(place)) {
            CRLEntry entry = known(table[place]);
            if (entry.getUserCertificate().hasValue(serial) && !isRemoval(entry)) {
                Instant date = entry.getRevocationDate().getDate().toInstant();
                since = since.filter(earlier -> earlier.isBefore(date)).or(() -> Optional.of(date));
            }
        }
        return since;
    }

    /** "Remove from CRL" stands in a delta, for what was on hold or has expired. */
    static boolean isRemoval(CRLEntry entry) {
        Extension reason = entry.hasExtensions() ? entry.getExtensions().getExtension(Extension.reasonCode) : null;
        return reason != null
                && CRLReason.getInstance(reason.getParsedValue()).getValue().intValue() == CRLReason.removeFromCRL;
    }

    private int place(BigInteger serial) {
        int hash = serial.hashCode() * 0x9E3779B9;
        return (hash ^ (hash >>> 16)) & (table.length - 1);
    }

    private int next(int place) {
        return (place + 1) & (table.length - 1);
    }

    private CRLEntry known(int offset) {
        try {
            return entry(offset);
        } catch (IOException e) {
            throw new UncheckedIOException("an entry that was read cannot be read again", e);
        }
    }

    private CRLEntry entry(int offset) throws IOException {
        try (var in = new ASN1InputStream(new ByteArrayInputStream(der, offset, der.length - offset))) {
            return CRLEntry.getInstance(in.readObject());
        }
    }
}
