package be.kruispunt.hub;

import be.kruispunt.trust.OwnerOnlyFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** Where a hub keeps everything that it writes. One folder, so that a backup and a clean start are simple. */
public record DataFolder(Path root) {
    public DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    /** Makes the folder and its rooms where they are not there yet, each for its owner only. */
    public void create() throws IOException {
        OwnerOnlyFiles.createFolder(root);
        requireProtected();
        OwnerOnlyFiles.createFolder(broker());
        OwnerOnlyFiles.createFolder(store());
    }

    /**
     * Refuses a folder that is not its owner's alone.
     *
     * @throws UnfitFolder saying who else could read or change it, and the remedy
     */
    public void requireProtected() throws IOException {
        Protection.require(this);
    }

    /**
     * Refuses when a file with keys is missing.
     *
     * @throws UnfitFolder naming the file
     */
    public void requireKeys(List<Path> files) {
        for (Path file : files) {
            if (!Files.isReadable(file)) {
                throw new UnfitFolder("the file " + file
                        + " is missing or cannot be read; put it back, or make it as"
                        + " docs/reference/signatures.md says");
            }
        }
    }

    /**
     * Whether a hub was made here.
     *
     * @throws UnfitFolder when that cannot be seen: who may not look into a folder above it would be told that there is none
     */
    boolean hasHub() {
        try {
            Files.readAttributes(settings(), BasicFileAttributes.class);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        } catch (AccessDeniedException e) {
            throw new UnfitFolder("whether there is a hub in " + root + " is not for "
                    + System.getProperty("user.name") + " to see, who may not look into that folder or into one above"
                    + " it; run as the user whose it is");
        } catch (IOException e) {
            throw new UnfitFolder("whether there is a hub in " + root + " cannot be seen (" + e.getMessage()
                    + "); correct --data or KRUISPUNT_DATA");
        }
    }

    public Path settings() {
        return root.resolve("hub.properties");
    }

    /** Keys, certificates and the revocation list. */
    public Path trust() {
        return root.resolve("trust");
    }

    /** The embedded broker's journal. */
    public Path broker() {
        return root.resolve("broker");
    }

    /** The embedded PostgreSQL. */
    public Path store() {
        return root.resolve("store");
    }

    /** The port on which a running hub takes AMQP, for commands on the same machine. */
    public Path amqpPort() {
        return root.resolve("amqp.port");
    }

    /** Tells commands on the same machine where the hub takes AMQP. */
    public void announce(int port) throws IOException {
        OwnerOnlyFiles.write(amqpPort(), Integer.toString(port).getBytes(StandardCharsets.US_ASCII));
    }
}
