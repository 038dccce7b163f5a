package be.kruispunt.evidence;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A Merkle tree (RFC 9162, section 2.1; the same as that of RFC 6962) that is told its entries one after the other, and keeps no more
 * than a hash for each binary digit of their number: so a file of any length has a root, and each of its lines a proof, read once.
 * For one thread.
 *
 * <pre>{@code
 * var tree = new MerkleTree();
 * lines.forEach(line -> tree.add(line.getBytes(UTF_8)));
 * TreeHash root = tree.root();
 * }</pre>
 */
public final class MerkleTree {
    private static final long NONE = -1;

    /** A full tree of 2 to the power of {@code height} entries. {@code holds}: the entry that is to be proved. */
    private record Subtree(int height, TreeHash hash, boolean holds) {}

    private final TreeHasher hasher = new TreeHasher();
    /** From left to right, each higher than the next. */
    private final List<Subtree> full = new ArrayList<>();

    private final List<TreeHash> path = new ArrayList<>();
    private final long proved;
    private long size;

    private MerkleTree(long proved) {
        this.proved = proved;
    }

    /** An empty one. */
    public MerkleTree() {
        this(NONE);
    }

    /** An empty one that will prove the entry with this place, from 0. */
    public static MerkleTree proving(long index) {
        if (index < 0) {
            throw new IllegalArgumentException("places are counted from 0");
        }
        return new MerkleTree(index);
    }

    /**
     * One that goes on after what {@link #state} gave.
     *
     * @throws IllegalArgumentException when these bytes are no state
     */
    public static MerkleTree resumed(byte[] state) {
        var in = ByteBuffer.wrap(state);
        if (state.length < Long.BYTES) {
            throw new IllegalArgumentException("no state of a tree: " + state.length + " bytes");
        }
        var tree = new MerkleTree();
        tree.size = in.getLong();
        if (tree.size < 0 || in.remaining() != Long.bitCount(tree.size) * TreeHash.BYTES) {
            throw new IllegalArgumentException("no state of a tree: " + state.length + " bytes");
        }
        for (long left = tree.size; left != 0; left ^= Long.highestOneBit(left)) {
            var hash = new byte[TreeHash.BYTES];
            in.get(hash);
            int height = Long.numberOfTrailingZeros(Long.highestOneBit(left));
            tree.full.add(new Subtree(height, TreeHash.of(hash), false));
        }
        return tree;
    }

    /** All that {@link #resumed} needs to go on, after a pause or a crash: some 40 bytes, and no more than 2 KiB. */
    public byte[] state() {
        var out = ByteBuffer.allocate(Long.BYTES + full.size() * TreeHash.BYTES).putLong(size);
        full.forEach(subtree -> out.put(subtree.hash().bytes()));
        return out.array();
    }

    /** Adds an entry at the end. */
    public void add(byte[] entry) {
        addLeaf(hasher.leaf(entry));
    }

    /** Adds an entry of which only {@link TreeHash#ofLeaf} is left. */
    public void addLeaf(TreeHash leaf) {
        var added = new Subtree(0, leaf, size == proved);
        while (!full.isEmpty() && full.getLast().height() == added.height()) {
            added = joined(full.removeLast(), added, path);
        }
        full.add(added);
        size++;
    }

    /** How many entries were added. */
    public long size() {
        return size;
    }

    /** The root over what was added until now; more may follow. */
    public TreeHash root() {
        return full.isEmpty() ? hasher.ofNothing() : top(new ArrayList<>()).hash();
    }

    /**
     * That the entry which {@link #proving} named is among those that were added until now.
     *
     * @throws IllegalStateException when it was not added yet, or none was named
     */
    public InclusionProof proof() {
        if (proved == NONE || proved >= size) {
            throw new IllegalStateException("the entry that is to be proved was not added");
        }
        var beside = new ArrayList<>(path);
        top(beside);
        return new InclusionProof(proved, size, beside);
    }

    private Subtree top(List<TreeHash> beside) {
        Subtree top = full.getLast();
        for (int i = full.size() - 2; i >= 0; i--) {
            top = joined(full.get(i), top, beside);
        }
        return top;
    }

    private Subtree joined(Subtree left, Subtree right, List<TreeHash> beside) {
        if (left.holds()) {
            beside.add(right.hash());
        } else if (right.holds()) {
            beside.add(left.hash());
        }
        return new Subtree(left.height() + 1, hasher.node(left.hash(), right.hash()), left.holds() || right.holds());
    }
}
