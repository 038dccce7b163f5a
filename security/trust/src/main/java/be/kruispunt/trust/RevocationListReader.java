package be.kruispunt.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1SequenceParser;
import org.bouncycastle.asn1.ASN1StreamParser;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.BERTags;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.TBSCertList.CRLEntry;
import org.bouncycastle.asn1.x509.Time;
import org.jspecify.annotations.Nullable;

/**
 * Reads one revocation list (RFC 5280, 5.1) entry by entry, without making an object of each that stays. A critical
 * extension that is not understood makes the whole list unusable, in an entry too (5.2 and 5.3).
 */
final class RevocationListReader {
    private static final Set<ASN1ObjectIdentifier> OF_LISTS = Set.of(
            Extension.authorityKeyIdentifier,
            Extension.issuerAlternativeName,
            Extension.cRLNumber,
            Extension.deltaCRLIndicator,
            Extension.issuingDistributionPoint,
            Extension.freshestCRL);
    private static final Set<ASN1ObjectIdentifier> OF_ENTRIES = Set.of(Extension.reasonCode, Extension.invalidityDate);

    private final byte[] der;
    private final ByteArrayInputStream in;
    private int[] offsets = new int[64];
    private int size;
    private boolean removals;

    private RevocationListReader(byte[] der) {
        this.der = der;
        this.in = new ByteArrayInputStream(der);
    }

    /**
     * Reads.
     *
     * @throws IOException if these bytes are no list
     * @throws UnusableList if they are one that must not be used
     */
    static RevocationList read(byte[] der) throws IOException, UnusableList {
        try {
            return new RevocationListReader(der).read();
        } catch (RuntimeException e) { // the decoder throws its own kinds at what is none
            throw new IOException("it is not a revocation list", e);
        }
    }

    private RevocationList read() throws IOException, UnusableList {
        var whole = sequence(new ASN1StreamParser(in).readObject());
        int from = position();
        var content = sequence(whole.readObject());
        ASN1Encodable part = content.readObject();
        if (part instanceof ASN1Integer) { // the version
            part = content.readObject();
        }
        var algorithm = AlgorithmIdentifier.getInstance(primitive(part));
        var issuer = new X500Principal(primitive(content.readObject()).getEncoded());
        Instant thisUpdate = instant(primitive(content.readObject()));
        part = content.readObject();
        Optional<Instant> nextUpdate = Optional.empty();
        if (part instanceof ASN1UTCTime || part instanceof ASN1GeneralizedTime) {
            nextUpdate = Optional.of(instant(part));
            part = content.readObject();
        }
        if (part instanceof ASN1SequenceParser entries) {
            readEntries(entries);
            part = content.readObject();
        }
        Optional<Extensions> extensions = part == null ? Optional.empty() : Optional.of(extensions(primitive(part)));
        if (part != null && content.readObject() != null) {
            throw new IOException("it holds more than a list");
        }
        int to = position();
        if (!algorithm.equals(AlgorithmIdentifier.getInstance(primitive(whole.readObject())))
                || !AuthoritySignature.isAccepted(algorithm)) {
            throw new UnusableList("it is signed with an algorithm that is not accepted");
        }
        byte[] signature =
                ASN1BitString.getInstance(primitive(whole.readObject())).getOctets();
        ListScope scope = ListScope.of(extensions);
        if (removals && !scope.part().equals(Optional.of(ListScope.DELTA))) {
            throw new UnusableList("it takes entries away, which only a delta can");
        }
        var frame = new RevocationList.Frame(
                issuer,
                new ListAge(extensions.map(RevocationListReader::number), thisUpdate),
                nextUpdate,
                scope,
                new AuthoritySignature(der, from, to, algorithm, signature));
        return new RevocationList(der, frame, offsets, size);
    }

    private void readEntries(ASN1SequenceParser entries) throws IOException, UnusableList {
        int offset = position();
        for (ASN1Encodable entry = entries.readObject(); entry != null; entry = entries.readObject()) {
            if (size == offsets.length) {
                offsets = Arrays.copyOf(offsets, size * 2);
            }
            offsets[size++] = offset;
            CRLEntry read = CRLEntry.getInstance(primitive(entry));
            offset = position();
            if (read.hasExtensions()) {
                requireUnderstood(read.getExtensions(), OF_ENTRIES, "an entry");
                removals |= RevocationList.isRemoval(read);
            }
        }
    }

    private static Extensions extensions(ASN1Encodable tagged) throws UnusableList {
        var extensions =
                Extensions.getInstance(ASN1TaggedObject.getInstance(tagged, BERTags.CONTEXT_SPECIFIC, 0), true);
        requireUnderstood(extensions, OF_LISTS, "it");
        return extensions;
    }

    private static void requireUnderstood(Extensions extensions, Set<ASN1ObjectIdentifier> known, String what)
            throws UnusableList {
        for (ASN1ObjectIdentifier name : extensions.getCriticalExtensionOIDs()) {
            if (!known.contains(name)) {
                throw new UnusableList(what + " has a critical extension that is not understood here: " + name);
            }
        }
    }

    private static @Nullable BigInteger number(Extensions extensions) {
        Extension number = extensions.getExtension(Extension.cRLNumber);
        return number == null
                ? null
                : CRLNumber.getInstance(number.getParsedValue()).getCRLNumber();
    }

    private int position() {
        return der.length - in.available();
    }

    private static ASN1SequenceParser sequence(@Nullable ASN1Encodable part) throws IOException {
        if (part instanceof ASN1SequenceParser parser) {
            return parser;
        }
        throw new IOException("it is not a revocation list");
    }

    private static ASN1Primitive primitive(@Nullable ASN1Encodable part) throws IOException {
        if (part == null) {
            throw new IOException("it ends too early");
        }
        return part.toASN1Primitive();
    }

    private static Instant instant(ASN1Encodable time) {
        return Time.getInstance(time).getDate().toInstant();
    }
}
