package be.kruispunt.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Folders and files that nobody but their owner may read or write, whatever the umask. There are persons in them, and
 * programs that run with the hub's rights.
 */
final class OwnerOnly {
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final FileAttribute<Set<PosixFilePermission>> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final Set<PosixFilePermission> OF_OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    private OwnerOnly() {}

    /** Makes the folder, or closes one that is there. */
    static Path folder(Path folder) throws IOException {
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOLDER));
        Path real = folder.toRealPath();
        if (!isOurs(real)) {
            throw new IllegalStateException("the folder " + folder + " belongs to another user");
        }
        Files.setPosixFilePermissions(real, FOLDER);
        return real;
    }

    /** Makes an empty file, or closes one that is there. */
    static void file(Path file) throws IOException {
        try {
            Files.createFile(file, FILE);
        } catch (FileAlreadyExistsException e) {
            close(file);
        }
    }

    static void write(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, FILE);
        Files.writeString(file, text);
    }

    static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), FILE);
    }

    /** Takes everything in a folder away from others. */
    static void closeAll(Path folder) throws IOException {
        for (Path file : tree(folder)) {
            close(file);
        }
    }

    /** Whether nobody else can reach what is in the folder. */
    static boolean isClosed(Path folder) throws IOException {
        return Files.getPosixFilePermissions(folder).equals(FOLDER);
    }

    /**
     * Refuses a folder in which somebody else wrote, or could have.
     *
     * @param reachable whether others could reach the folder itself; if not, its own permissions mean nothing
     */
    static void requireUntouched(Path folder, boolean reachable, String remedy) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        for (Path file : tree(folder)) {
            boolean counts = reachable || !file.equals(folder);
            if (!isOurs(file) || (counts && othersMayWrite(file))) {
                throw new IllegalStateException(
                        "others can change " + file + ", which would run with the hub's rights; " + remedy);
            }
        }
    }

    private static void close(Path file) throws IOException {
        if (!Files.isSymbolicLink(file)) {
            Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
            if (permissions.removeAll(OF_OTHERS)) {
                Files.setPosixFilePermissions(file, permissions);
            }
        }
    }

    /** A symbolic link shows every permission; what counts is who made it, and what it leads to. */
    private static boolean othersMayWrite(Path file) throws IOException {
        if (Files.isSymbolicLink(file)) {
            return false;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        return permissions.contains(PosixFilePermission.GROUP_WRITE)
                || permissions.contains(PosixFilePermission.OTHERS_WRITE);
    }

    private static boolean isOurs(Path file) throws IOException {
        return Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(Path.of("/proc/self")));
    }

    private static List<Path> tree(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList();
        }
    }
}
