package be.kruispunt.trust;

import static be.kruispunt.trust.Fixture.NOW;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** A list with as many entries as one likes, put together from bytes. */
final class LongList {
    private static final byte[] DATE = "260101000000Z".getBytes(StandardCharsets.US_ASCII);

    private LongList() {}

    static BigInteger serial(int index) {
        return BigInteger.valueOf(0x4000_0000_0000_0000L + index * 0x1_0000_0001L);
    }

    static byte[] signedBy(AnAuthority authority, int entries) throws Exception {
        var revoked = new ByteArrayOutputStream();
        for (int i = 0; i < entries; i++) {
            revoked.write(new byte[] {0x30, 25, 0x02, 8});
            revoked.write(serial(i).toByteArray());
            revoked.write(new byte[] {0x17, 13});
            revoked.write(DATE);
        }
        var algorithm = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
        byte[] content = sequence(
                encoded(algorithm),
                encoded(X500Name.getInstance(
                        authority.certificate.getSubjectX500Principal().getEncoded())),
                encoded(new Time(Date.from(NOW.minusSeconds(60)))),
                encoded(new Time(Date.from(NOW.plusSeconds(86_400)))),
                sequence(revoked.toByteArray()));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(authority.pair.getPrivate());
        signature.update(content);
        return sequence(content, encoded(algorithm), encoded(new DERBitString(signature.sign())));
    }

    private static byte[] encoded(ASN1Encodable part) throws IOException {
        return part.toASN1Primitive().getEncoded();
    }

    private static byte[] sequence(byte[]... parts) throws IOException {
        var content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.write(part);
        }
        var out = new ByteArrayOutputStream();
        out.write(0x30);
        out.write(0x84);
        out.write(ByteBuffer.allocate(4).putInt(content.size()).array());
        content.writeTo(out);
        return out.toByteArray();
    }
}
