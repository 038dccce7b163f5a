package be.kruispunt.store;

import be.kruispunt.evidence.InclusionProof;
import be.kruispunt.evidence.NotIncluded;
import be.kruispunt.evidence.TreeHash;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * That an answer, and the question that it answers, stand under the root that was recorded with them.
 *
 * @param entries the question first
 */
public record AnswerProof(TreeHash root, List<Entry> entries) {
    public AnswerProof {
        entries = List.copyOf(entries);
    }

    /**
     * One that is proved.
     *
     * @param text empty where its time is over: who was told it can write it himself
     * @param leaf the hash of the text
     */
    public record Entry(Optional<String> text, TreeHash leaf, InclusionProof proof) {
        static Entry of(String text, InclusionProof proof) {
            return new Entry(Optional.of(text), leaf(text), proof);
        }

        /** The hash of a text that is proved. */
        public static TreeHash leaf(String text) {
            return TreeHash.ofLeaf(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            return "entry " + leaf;
        }
    }

    /**
     * Checks every entry, and needs nothing else for it.
     *
     * @throws NotIncluded when one does not stand under the root
     */
    public void verify() throws NotIncluded {
        for (Entry entry : entries) {
            entry.proof().verify(entry.text().map(Entry::leaf).orElse(entry.leaf()), root);
        }
    }
}
