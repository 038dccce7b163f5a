package be.kruispunt.evidence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The hashes of RFC 9162, section 2.1.1. Leaves and nodes begin with different bytes, or a node could be passed off as an entry. For
 * one thread.
 */
final class TreeHasher {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest sha256;

    TreeHasher() {
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    TreeHash ofNothing() {
        return TreeHash.of(sha256.digest());
    }

    TreeHash leaf(byte[] entry) {
        sha256.update(LEAF);
        return TreeHash.of(sha256.digest(entry));
    }

    TreeHash node(TreeHash left, TreeHash right) {
        sha256.update(NODE);
        sha256.update(left.bytes());
        return TreeHash.of(sha256.digest(right.bytes()));
    }
}
