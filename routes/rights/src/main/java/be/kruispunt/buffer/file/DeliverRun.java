package be.kruispunt.buffer.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import be.kruispunt.evidence.MerkleTree;
import be.kruispunt.store.RightsRun;
import be.kruispunt.store.RightsRuns;
import be.kruispunt.trust.FileSigner;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the result of a run of which every page stands into its asker's folder; done again, it is the same to the byte. */
final class DeliverRun {
    private static final Logger LOG = LoggerFactory.getLogger(DeliverRun.class);

    private final RightsRuns runs;
    private final BatchFolder folder;
    private final TripleWriter triples;

    DeliverRun(RightsRuns runs, BatchFolder folder, FileSigner signer) {
        this.runs = runs;
        this.folder = folder;
        this.triples = new TripleWriter(signer);
    }

    /** Ends the run, unless it has ended, and writes its result. The file that asked is kept no longer. */
    void deliver(RightsRun run) throws IOException {
        var tree = new MerkleTree();
        triples.write(folder.out(run.subject().asker()), name(run), out -> write(run, out, tree));
        runs.end(run.id(), tree.root().bytes());
        runs.delivered(run.id());
        Files.deleteIfExists(folder.kept(run.id().value()));
        LOG.info(
                "KP5103 answered run={} kind={} asker={} scheme={} lines={}",
                run.id(),
                run.subject().kind(),
                run.subject().asker(),
                run.subject().scheme(),
                tree.size() - 1);
    }

    /** What the files of its result are called. */
    static String name(RightsRun run) {
        String right = run.subject().scheme() + "." + run.subject().purpose() + "." + run.name();
        return switch (run.subject().kind()) {
            case FILE -> run.name() + ".result";
            case QUARTER -> right + ".quarter";
            case CHANGES -> right + ".changes";
        };
    }

    private void write(RightsRun run, OutputStream out, MerkleTree tree) throws IOException {
        try {
            write((run.firstLine() + '\n').getBytes(UTF_8), out, tree);
            runs.answers(run.id(), lines -> write(lines, out, tree));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Each line is an entry of the tree, the first of the file too: whoever has the result can reckon the root. */
    private static void write(byte[] lines, OutputStream out, MerkleTree tree) {
        try {
            out.write(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int from = 0;
        for (int i = 0; i < lines.length; i++) {
            if (lines[i] == '\n') {
                tree.add(Arrays.copyOfRange(lines, from, i));
                from = i + 1;
            }
        }
    }
}
