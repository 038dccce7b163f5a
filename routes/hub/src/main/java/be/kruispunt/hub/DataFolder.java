package be.kruispunt.hub;

import java.nio.file.Path;

/** Where a hub keeps everything that it writes. One folder, so that a backup and a clean start are simple. */
public record DataFolder(Path root) {
    public DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    public Path settings() {
        return root.resolve("hub.properties");
    }

    /** Keys, certificates and the revocation list. */
    public Path trust() {
        return root.resolve("trust");
    }

    /** The embedded broker's journal. */
    Path broker() {
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
}
