package be.kruispunt.buffer.file;

import be.kruispunt.trust.FileSignature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A file with its signature and its GO, in its sender's folder. */
record Triple(Path folder, String name) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");
    private static final Pattern UNFIT = Pattern.compile("[^A-Za-z0-9._-]");
    private static final int LONGEST = 80;

    /**
     * Those whose GO is there, by name; what has none is not whole yet, and left alone. So is a GO that is no file, or whose name is no
     * text: it could not be taken away.
     */
    static List<Triple> ready(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(BatchFolder.GO) && !file.startsWith("."))
                    .filter(file -> Files.isRegularFile(folder.resolve(file), LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .map(file -> new Triple(folder, file.substring(0, file.length() - BatchFolder.GO.length())))
                    .toList();
        }
    }

    /** Of a data file that lies anywhere, and needs no GO. */
    static Triple of(Path file) {
        String name = file.getFileName().toString();
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder == null || !name.endsWith(BatchFolder.DATA)) {
            throw new IllegalArgumentException("a file is called NAME" + BatchFolder.DATA + ", and its signature NAME"
                    + BatchFolder.DATA + BatchFolder.SIGNATURE);
        }
        var triple = new Triple(folder, name.substring(0, name.length() - BatchFolder.DATA.length()));
        if (!triple.hasFitName()) {
            throw new IllegalArgumentException(FileCode.FILE_NAME.meaning());
        }
        return triple;
    }

    boolean hasFitName() {
        return NAME.matcher(name).matches();
    }

    /** Its name, or one like it that can stand in a log and be a file's, and that no file which is taken has. */
    String fitName() {
        String fit = UNFIT.matcher(name).replaceAll("_");
        return hasFitName() ? name : "~" + fit.substring(0, Math.min(fit.length(), LONGEST - 1));
    }

    Path data() {
        return folder.resolve(name + BatchFolder.DATA);
    }

    boolean hasData() {
        return Files.isRegularFile(data(), LinkOption.NOFOLLOW_LINKS);
    }

    /** One byte more than is taken is enough to see that it is too large; empty where there is none. */
    Optional<byte[]> signature() throws IOException {
        Path file = signatureFile();
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (InputStream in = Channels.newInputStream(
                Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)))) {
            return Optional.of(in.readNBytes(FileSignature.LARGEST + 1));
        }
    }

    private Path signatureFile() {
        return folder.resolve(name + BatchFolder.DATA + BatchFolder.SIGNATURE);
    }

    /** Takes the GO away: what is refused stays, to be corrected and given a GO again. */
    void withdrawGo() throws IOException {
        Files.deleteIfExists(folder.resolve(name + BatchFolder.GO));
    }

    /** Takes it away, GO first. */
    void remove() throws IOException {
        withdrawGo();
        Files.deleteIfExists(data());
        Files.deleteIfExists(signatureFile());
    }
}
