package be.kruispunt.hub;

import static be.kruispunt.hub.text.ShellLine.quoted;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a data folder is its owner's alone. Who can write in it, or put another in its place, runs code as the hub;
 * who can read it has every key and every document. The rules are those of OpenSSH for the folders above it
 * (StrictModes), and those of libpq for files with a secret.
 */
final class Protection {
    private static final int STICKY = 01000;
    private static final Set<PosixFilePermission> OF_OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    private final UserPrincipal self;
    private final UserPrincipal root;
    /** Who may change what the hub runs on: itself, root, and the owner of its programs, who could change these. */
    private final Set<UserPrincipal> trusted = new HashSet<>();

    private Protection(FileSystem files) throws IOException {
        var users = files.getUserPrincipalLookupService();
        self = users.lookupPrincipalByName(Long.toString(new UnixSystem().getUid()));
        root = users.lookupPrincipalByName("0");
        trusted.addAll(List.of(self, root));
        String programs = System.getProperty("kruispunt.root", "");
        if (!programs.isEmpty()) {
            trusted.add(Files.getOwner(Path.of(programs)));
        }
    }

    /**
     * Looks at the folder, at every folder above it, and at the files with keys and passwords.
     *
     * @throws UnfitFolder when somebody else could read or change them
     */
    static void require(DataFolder data) throws IOException {
        Path folder = data.root();
        if (!Files.exists(folder)
                || !folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        var protection = new Protection(folder.getFileSystem());
        protection.requireOwn(folder);
        protection.requireOwn(data.trust());
        protection.requireFirm(folder);
        protection.requireFirm(folder.toRealPath());
        protection.requireSecrets(data.trust());
    }

    /** A file with a password that lies elsewhere. */
    static void requireSecret(Path file) throws IOException {
        if (Files.exists(file)
                && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            new Protection(file.getFileSystem()).secret(file);
        }
    }

    private void requireOwn(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        PosixFileAttributes found = attributes(folder);
        if (!found.owner().equals(self)) {
            throw new UnfitFolder("the folder " + folder + " belongs to "
                    + found.owner().getName()
                    + ", and only its owner may work on it; run as that user, for example: sudo"
                    + " -u " + found.owner().getName() + " ...");
        }
        if (isOpen(found)) {
            throw new UnfitFolder("others may read or change the folder " + folder + " (" + mode(found)
                    + "), in which the hub keeps keys and documents; run: chmod 700 " + quoted(folder));
        }
    }

    /** No folder above lets another user put something else in its place, and no link on the way is another's to turn. */
    private void requireFirm(Path folder) throws IOException {
        for (Path part = folder; part != null; part = part.getParent()) {
            if (Files.isSymbolicLink(part)) {
                requireFirmLink(part, folder);
            }
        }
        for (Path above = folder.getParent(); above != null; above = above.getParent()) {
            PosixFileAttributes found = attributes(above);
            if (!trusted.contains(found.owner())) {
                throw new UnfitFolder("the folder " + above + " belongs to "
                        + found.owner().getName() + ", who could put another in the place of " + folder
                        + "; move the data folder, or give " + above + " to root: chown root " + quoted(above));
            }
            if (othersMayWrite(found) && !isSticky(above)) {
                throw new UnfitFolder("others may write in the folder " + above + " (" + mode(found)
                        + ") and put another in the place of " + folder + "; run: chmod go-w " + quoted(above));
            }
        }
    }

    /** Where a sticky folder keeps others from renaming what is there, each may still turn a link of his own. */
    private void requireFirmLink(Path link, Path folder) throws IOException {
        UserPrincipal owner = Files.getOwner(link, LinkOption.NOFOLLOW_LINKS);
        if (!trusted.contains(owner)) {
            throw new UnfitFolder("the link " + link + " belongs to " + owner.getName()
                    + ", who could turn it and put another in the place of " + folder
                    + "; name the folder itself: --data " + quoted(folder.toRealPath()));
        }
        requireFirm(link.resolveSibling(Files.readSymbolicLink(link)));
    }

    private void requireSecrets(Path trust) throws IOException {
        if (!Files.isDirectory(trust)) {
            return;
        }
        try (Stream<Path> files = Files.walk(trust)) {
            for (Path file : files.filter(Protection::isSecret).toList()) {
                secret(file);
            }
        }
    }

    private static boolean isSecret(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".p12") || name.endsWith(".password") || name.endsWith(".key");
    }

    /** Its owner's alone, or root's with a group that may read it. */
    private void secret(Path file) throws IOException {
        PosixFileAttributes found = attributes(file);
        var open = new HashSet<>(found.permissions());
        open.retainAll(OF_OTHERS);
        if (found.owner().equals(root)) {
            open.remove(PosixFilePermission.GROUP_READ);
        } else if (!found.owner().equals(self)) {
            throw new UnfitFolder("the file " + file + " with a secret belongs to "
                    + found.owner().getName() + "; give it to the hub's user: chown " + self.getName() + " "
                    + quoted(file));
        }
        if (!open.isEmpty()) {
            throw new UnfitFolder("others may read or change the file " + file + " (" + mode(found)
                    + "), which holds a secret; run: chmod 600 " + quoted(file));
        }
    }

    private static boolean isOpen(PosixFileAttributes found) {
        return found.permissions().stream().anyMatch(OF_OTHERS::contains);
    }

    /** A group of its owner's own name is a private one, as Linux distributions make it, and nobody else is in it. */
    private static boolean othersMayWrite(PosixFileAttributes found) {
        boolean group = found.permissions().contains(PosixFilePermission.GROUP_WRITE)
                && !found.group().getName().equals(found.owner().getName());
        return group || found.permissions().contains(PosixFilePermission.OTHERS_WRITE);
    }

    /** Where only the owner of an entry may rename it, such as in /tmp. */
    private static boolean isSticky(Path folder) throws IOException {
        return ((Integer) Files.getAttribute(folder, "unix:mode") & STICKY) != 0;
    }

    private static PosixFileAttributes attributes(Path file) throws IOException {
        return Files.readAttributes(file, PosixFileAttributes.class);
    }

    private static String mode(PosixFileAttributes found) {
        return PosixFilePermissions.toString(found.permissions());
    }
}
