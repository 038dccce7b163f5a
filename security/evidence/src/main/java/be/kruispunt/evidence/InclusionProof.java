package be.kruispunt.evidence;

import java.util.List;

/**
 * That an entry stands in a tree at a place: the hashes beside the way from it up to the root. It tells nothing of the other
 * entries but that, as long as these cannot be guessed.
 *
 * @param index the place of the entry, from 0
 * @param size how many entries the tree has
 * @param path from below
 */
public record InclusionProof(long index, long size, List<TreeHash> path) {
    public InclusionProof {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("there is no entry " + index + " among " + size);
        }
        path = List.copyOf(path);
    }

    /**
     * Checks that the entry stands there, in the tree with this root (RFC 9162, section 2.1.3.2). Whether that is the root of the tree
     * that was meant, the caller must know.
     *
     * @param leaf {@link TreeHash#ofLeaf} of the entry
     * @throws NotIncluded when it does not
     */
    public void verify(TreeHash leaf, TreeHash root) throws NotIncluded {
        if (!rootOf(leaf).equals(root)) {
            throw new NotIncluded("the entry is not number " + index + " of the " + size + " under this root");
        }
    }

    private TreeHash rootOf(TreeHash leaf) throws NotIncluded {
        var hasher = new TreeHasher();
        TreeHash hash = leaf;
        long at = index;
        long last = size - 1;
        for (TreeHash beside : path) {
            if (last == 0) {
                throw wrongLength();
            }
            if (isRight(at) || at == last) {
                hash = hasher.node(beside, hash);
                int up = isRight(at) ? 0 : Long.numberOfTrailingZeros(at);
                at >>>= up;
                last >>>= up;
            } else {
                hash = hasher.node(hash, beside);
            }
            at >>>= 1;
            last >>>= 1;
        }
        if (last != 0) {
            throw wrongLength();
        }
        return hash;
    }

    private static boolean isRight(long at) {
        return (at & 1) == 1;
    }

    private NotIncluded wrongLength() {
        return new NotIncluded("a way of " + path.size() + " hashes does not lead to the root of " + size + " entries");
    }
}
