package be.kruispunt.buffer.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import be.kruispunt.model.id.Digest;
import be.kruispunt.trust.FileSigner;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.UUID;

/**
 * Writes a triple so that its reader sees it whole or not at all: each file beside its name first, on the disk, then renamed; GO last. A
 * triple of the same name is replaced. Readable by the folder's group: the operator lets the supplier in by it.
 */
final class TripleWriter {
    private static final String READABLE = "rw-r-----";
    private static final int BUFFER = 1 << 16;

    private final FileSigner signer;

    TripleWriter(FileSigner signer) {
        this.signer = signer;
    }

    /** What the data file holds. */
    @FunctionalInterface
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** Writes {@code NAME.csv}, {@code NAME.csv.p7s} and {@code NAME.go}. */
    void write(Path folder, String name, Content content) throws IOException {
        Files.createDirectories(folder);
        Path data = beside(folder, name + BatchFolder.DATA);
        Path signature = beside(folder, name + BatchFolder.DATA + BatchFolder.SIGNATURE);
        try {
            byte[] signed = signer.sign(write(data, content));
            write(signature, out -> out.write(signed));
            Path go = folder.resolve(name + BatchFolder.GO);
            Files.deleteIfExists(go);
            move(data, folder.resolve(name + BatchFolder.DATA));
            move(signature, folder.resolve(name + BatchFolder.DATA + BatchFolder.SIGNATURE));
            Path beside = beside(folder, name + BatchFolder.GO);
            write(beside, out -> {});
            move(beside, go);
        } finally {
            Files.deleteIfExists(data);
            Files.deleteIfExists(signature);
        }
    }

    /** A name that no other writer has, and that is seen by nobody who looks for triples. */
    private static Path beside(Path folder, String name) {
        return folder.resolve("." + name + "." + UUID.randomUUID());
    }

    /** Gives the digest of what was written: what lies under the name a moment later may be another's. */
    private static Digest write(Path file, Content content) throws IOException {
        MessageDigest digest = Copy.sha256();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out =
                    new BufferedOutputStream(new DigestOutputStream(Channels.newOutputStream(channel), digest), BUFFER);
            content.write(out);
            out.flush();
            channel.force(true);
        }
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(READABLE));
        }
        return Digest.ofHash(digest.digest());
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The same, of a text. */
    void write(Path folder, String name, String text) throws IOException {
        write(folder, name, (OutputStream out) -> out.write(text.getBytes(UTF_8)));
    }
}
