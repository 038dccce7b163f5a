package be.kruispunt.trust;

import java.security.MessageDigest;
import org.w3c.dom.Element;

/** A binary value of a signature, held so that nobody changes it. */
final class Base64Value {
    private static final int MOST_CHARACTERS = 16_384;

    private final byte[] bytes;

    private Base64Value(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Strictly: not all such places are signed, and whoever computes with one reads past what is no base64. */
    static Base64Value read(Element element) throws NotVerified {
        return new Base64Value(Elements.base64(element, MOST_CHARACTERS));
    }

    byte[] bytes() {
        return bytes.clone();
    }

    boolean is(byte[] others) {
        return MessageDigest.isEqual(bytes, others);
    }
}
