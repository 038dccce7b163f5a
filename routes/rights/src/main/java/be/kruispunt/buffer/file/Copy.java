package be.kruispunt.buffer.file;

import be.kruispunt.model.id.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;

/**
 * A file of a supplier's, copied to where nobody else writes: what is verified is what is read later. Links are not followed.
 *
 * @param hash as its signature wants it, of any kind
 */
record Copy(Path file, Digest digest, Hash hash) {
    /** The largest file that is taken, in bytes: some twenty million lines. */
    static final long LARGEST = 1L << 30;

    private static final int BUFFER = 1 << 16;

    /** A digest of whatever kind. */
    static final class Hash {
        private final byte[] bytes;

        private Hash(byte[] bytes) {
            this.bytes = bytes;
        }

        byte[] bytes() {
            return bytes.clone();
        }
    }

    /** The file is larger than what is taken. */
    static final class TooLarge extends Exception {
        TooLarge(long most) {
            super("larger than " + most + " bytes");
        }
    }

    static Copy of(Path from, Path to, MessageDigest wanted, long most) throws IOException, TooLarge {
        MessageDigest sha256 = sha256();
        try (InputStream in = Channels.newInputStream(
                        Files.newByteChannel(from, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)));
                FileChannel kept = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = Channels.newOutputStream(kept);
            var buffer = new byte[BUFFER];
            long length = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                length += read;
                if (length > most) {
                    throw new TooLarge(most);
                }
                sha256.update(buffer, 0, read);
                wanted.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
            kept.force(true);
        }
        return new Copy(to, Digest.ofHash(sha256.digest()), new Hash(wanted.digest()));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "copy " + digest;
    }
}
