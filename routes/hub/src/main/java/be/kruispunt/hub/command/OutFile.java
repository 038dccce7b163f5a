package be.kruispunt.hub.command;

import be.kruispunt.hub.text.ShellLine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * The files that commands write where their user says: his alone, since they hold people's data; never over a file that
 * is there, and never through a link that somebody else may have put there.
 */
final class OutFile {
    private OutFile() {}

    /** Writes a new file, which is on the disk when this returns. */
    static void write(Path file, byte[] content) {
        try {
            create(file, content);
        } catch (FileAlreadyExistsException e) {
            throw new WrongUse(
                    file + " exists, and is not written over; name another file, or: rm " + ShellLine.quoted(file));
        } catch (NoSuchFileException e) {
            throw new WrongUse("cannot write " + file + ": its folder does not exist");
        } catch (IOException e) {
            throw new WrongUse("cannot write " + file + ": " + e.getMessage());
        }
    }

    /** As {@link #write}, but the same file again is no trouble: what was kept and not yet acknowledged comes again. */
    static void keep(Path file, byte[] content) {
        try {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && Arrays.equals(Files.readAllBytes(file), content)) {
                return;
            }
        } catch (IOException e) {
            throw new WrongUse("cannot read " + file + ": " + e.getMessage());
        }
        write(file, content);
    }

    /** Beside its place first, so that a file under its own name is a whole one. */
    private static void create(Path file, byte[] content) throws IOException {
        Path absolute = file.toAbsolutePath();
        if (Files.exists(absolute, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Path part = Files.createTempFile(absolute.getParent(), "." + absolute.getFileName(), ".part");
        try {
            try (var out = FileChannel.open(part, StandardOpenOption.WRITE)) {
                for (var bytes = ByteBuffer.wrap(content); bytes.hasRemaining(); ) {
                    out.write(bytes);
                }
                out.force(true);
            }
            Files.move(part, absolute);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
