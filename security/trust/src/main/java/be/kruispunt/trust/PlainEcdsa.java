package be.kruispunt.trust;

import java.io.IOException;
import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/**
 * The signature value of an elliptic curve: in XML both numbers plain, one after the other, each as long as the curve's order
 * (XML Signature 1.1, 6.4.3); in the libraries a structure in DER.
 */
final class PlainEcdsa {
    private PlainEcdsa() {}

    /** @throws IOException if the library's value is no such structure */
    static byte[] ofDer(byte[] der, PublicKey key) throws IOException {
        BigInteger order = order(key);
        BigInteger[] numbers = StandardDSAEncoding.INSTANCE.decode(order, der);
        return PlainDSAEncoding.INSTANCE.encode(order, numbers[0], numbers[1]);
    }

    /**
     * Takes numbers that are not filled up, too: DSS leaves them short where both are, which is one value of 65,536.
     *
     * @throws IOException if the structure cannot be written
     * @throws IllegalArgumentException if the value is of no such length, or holds a number that no signature has
     */
    static byte[] toDer(byte[] plain, PublicKey key) throws IOException {
        BigInteger order = order(key);
        int half = plain.length / 2;
        if (plain.length % 2 != 0 || half > (order.bitLength() + 7) / 8) {
            throw new IllegalArgumentException("two numbers wanted, each no longer than the curve's order");
        }
        var r = new BigInteger(1, plain, 0, half);
        var s = new BigInteger(1, plain, half, half);
        return StandardDSAEncoding.INSTANCE.encode(order, r, s);
    }

    private static BigInteger order(PublicKey key) {
        return ((ECPublicKey) key).getParams().getOrder();
    }
}
