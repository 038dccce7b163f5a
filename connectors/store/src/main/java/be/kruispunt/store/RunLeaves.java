package be.kruispunt.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import be.kruispunt.evidence.TreeHash;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The hashes of the lines of a page: what stays of it when its time is over. */
final class RunLeaves {
    private RunLeaves() {}

    /** As they are kept, one after the other. */
    static List<TreeHash> of(byte[] leaves) {
        return IntStream.range(0, leaves.length / TreeHash.BYTES)
                .mapToObj(i -> TreeHash.of(Arrays.copyOfRange(leaves, i * TreeHash.BYTES, (i + 1) * TreeHash.BYTES)))
                .toList();
    }

    /** Of lines that are still there, compressed. */
    static List<TreeHash> ofLines(byte[] answers) {
        return new String(RunRows.expanded(answers), UTF_8)
                .lines()
                .map(AnswerProof.Entry::leaf)
                .toList();
    }

    /** To be kept. */
    static byte[] kept(List<TreeHash> leaves) {
        var kept = new ByteArrayOutputStream();
        leaves.forEach(leaf -> kept.writeBytes(leaf.bytes()));
        return kept.toByteArray();
    }
}
