package be.kruispunt.evidence;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * The hash of an entry, of a part of a tree, or of a whole tree: SHA-256, 32 bytes. Its text is 64 hexadecimal digits in lower
 * case.
 */
public final class TreeHash {
    /** How many bytes it has. */
    public static final int BYTES = 32;

    private static final HexFormat HEX = HexFormat.of();

    private final byte[] bytes;

    private TreeHash(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a hash has " + BYTES + " bytes, not " + bytes.length);
        }
        this.bytes = bytes;
    }

    /** Of these bytes, which are copied. */
    public static TreeHash of(byte[] bytes) {
        return new TreeHash(bytes.clone());
    }

    /** Of the text that {@link #toString} gives. */
    public static TreeHash of(String hexadecimal) {
        return new TreeHash(HEX.parseHex(hexadecimal));
    }

    /** The hash of an entry, as the leaf of any tree. */
    public static TreeHash ofLeaf(byte[] entry) {
        return new TreeHasher().leaf(entry);
    }

    /** A copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TreeHash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HEX.formatHex(bytes);
    }
}
