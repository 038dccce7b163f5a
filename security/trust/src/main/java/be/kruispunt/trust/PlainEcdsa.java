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
     * @throws IOException if the structure cannot be written
     * @throws IllegalArgumentException if the value has another length, or holds a number that no signature has
     */
    static byte[] toDer(byte[] plain, PublicKey key) throws IOException {
        BigInteger order = order(key);
        BigInteger[] numbers = PlainDSAEncoding.INSTANCE.decode(order, plain);
        return StandardDSAEncoding.INSTANCE.encode(order, numbers[0], numbers[1]);
    }

    private static BigInteger order(PublicKey key) {
        return ((ECPublicKey) key).getParams().getOrder();
    }
}
