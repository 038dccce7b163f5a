package be.kruispunt.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Any number of entries: the root is that of the definition, each entry has a proof, and nothing else has one. */
class MerkleTreeTest {
    private static final int TRIES = 150;

    private static List<byte[]> entries(int number) {
        return IntStream.range(0, number)
                .mapToObj(n -> ("line " + n).getBytes(UTF_8))
                .toList();
    }

    /** As the RFC writes it, word by word. */
    private static TreeHash defined(List<byte[]> entries) {
        var hasher = new TreeHasher();
        return switch (entries.size()) {
            case 0 -> hasher.ofNothing();
            case 1 -> hasher.leaf(entries.getFirst());
            default -> {
                int k = Integer.highestOneBit(entries.size() - 1);
                yield hasher.node(defined(entries.subList(0, k)), defined(entries.subList(k, entries.size())));
            }
        };
    }

    private static TreeHash root(List<byte[]> entries) {
        var tree = new MerkleTree();
        entries.forEach(tree::add);
        return tree.root();
    }

    private static InclusionProof proof(List<byte[]> entries, int index) {
        var tree = MerkleTree.proving(index);
        entries.forEach(tree::add);
        return tree.proof();
    }

    @Property(tries = TRIES)
    void theRoot_isThatOfTheDefinition(@ForAll @IntRange(max = 300) int size) {
        assertThat(root(entries(size))).isEqualTo(defined(entries(size)));
    }

    @Property(tries = TRIES)
    void everyEntry_hasAProof_thatHoldsForNoOtherEntryPlaceWayOrRoot(
            @ForAll @IntRange(min = 1, max = 300) int size, @ForAll @IntRange(max = 299) int any) {
        List<byte[]> entries = entries(size);
        int index = any % size;
        InclusionProof proof = proof(entries, index);
        TreeHash leaf = TreeHash.ofLeaf(entries.get(index));
        TreeHash root = root(entries);

        assertThatCode(() -> proof.verify(leaf, root)).doesNotThrowAnyException();
        refuses(proof, TreeHash.ofLeaf("another".getBytes(UTF_8)), root);
        refuses(proof, leaf, root(entries(size + 1)));
        IntStream.range(0, size)
                .filter(other -> other != index)
                .forEach(other -> refuses(new InclusionProof(other, size, proof.path()), leaf, root));
        var longer = new ArrayList<>(proof.path());
        longer.add(leaf);
        refuses(new InclusionProof(index, size, longer), leaf, root);
        if (!proof.path().isEmpty()) {
            refuses(
                    new InclusionProof(
                            index, size, longer.subList(0, proof.path().size() - 1)),
                    leaf,
                    root);
            var changed = new ArrayList<>(proof.path());
            changed.set(any % changed.size(), leaf);
            refuses(new InclusionProof(index, size, changed), leaf, root);
        }
    }

    private static void refuses(InclusionProof proof, TreeHash leaf, TreeHash root) {
        assertThatThrownBy(() -> proof.verify(leaf, root)).isInstanceOf(NotIncluded.class);
    }

    @Property(tries = TRIES)
    void whatWasCutOff_goesOn_asIfNothingHadBeen(
            @ForAll @IntRange(max = 300) int size, @ForAll @IntRange(max = 300) int any) {
        List<byte[]> entries = entries(size);
        int cut = Math.min(any, size);
        var before = new MerkleTree();
        entries.subList(0, cut).forEach(before::add);
        MerkleTree after = MerkleTree.resumed(before.state());
        entries.subList(cut, size).forEach(after::add);
        assertThat(after.size()).isEqualTo(size);
        assertThat(after.root()).isEqualTo(root(entries));
        assertThat(after.state().length).isLessThanOrEqualTo(8 + 9 * TreeHash.BYTES);
    }

    @Example
    void anEntry_isNotPassedOffAsANode() {
        TreeHash left = TreeHash.ofLeaf("a".getBytes(UTF_8));
        TreeHash right = TreeHash.ofLeaf("b".getBytes(UTF_8));
        byte[] both = new byte[2 * TreeHash.BYTES];
        System.arraycopy(left.bytes(), 0, both, 0, TreeHash.BYTES);
        System.arraycopy(right.bytes(), 0, both, TreeHash.BYTES, TreeHash.BYTES);
        assertThat(root(List.of(both))).isNotEqualTo(root(List.of("a".getBytes(UTF_8), "b".getBytes(UTF_8))));
    }

    @Example
    void whatIsNoStateProofOrHash_isRefused() {
        assertThatThrownBy(() -> MerkleTree.resumed(new byte[3])).hasMessageContaining("3 bytes");
        assertThatThrownBy(() -> MerkleTree.resumed(new byte[9])).hasMessageContaining("9 bytes");
        assertThatThrownBy(() -> MerkleTree.resumed(new byte[] {-1, 0, 0, 0, 0, 0, 0, 0}))
                .hasMessageContaining("8 bytes");
        assertThatThrownBy(() -> new MerkleTree().proof()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> MerkleTree.proving(0).proof()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> MerkleTree.proving(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new InclusionProof(1, 1, Collections.emptyList()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TreeHash.of("00")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TreeHash.of("no hash")).isInstanceOf(IllegalArgumentException.class);
    }
}
