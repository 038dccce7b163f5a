package be.kruispunt.hub.command;

import be.kruispunt.broker.InstitutionClient;
import be.kruispunt.hub.DataFolder;
import be.kruispunt.hub.Initialisation;
import be.kruispunt.hub.Settings;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.trust.TrustFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which data folder a command works on, and what can be opened in it. */
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            defaultValue = "${env:KRUISPUNT_DATA:-data/hub}",
            description = "where the hub keeps everything; default: $KRUISPUNT_DATA, else data/hub")
    private Path folder = Path.of("data/hub");

    DataFolder folder() {
        return new DataFolder(folder);
    }

    /** The folder of a hub that was initialised. */
    DataFolder initialised() {
        DataFolder data = folder();
        if (!new Initialisation(data, line -> {}).isDone()) {
            throw new WrongUse("there is no hub in " + data.root() + "; run: hub init");
        }
        return data;
    }

    Settings settings() {
        try {
            return Settings.load(initialised().settings());
        } catch (Settings.Invalid e) {
            throw new WrongUse("hub.properties: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TrustFolder trust() {
        return new TrustFolder(initialised().trust());
    }

    /** An institution that has keys in this folder. */
    InstitutionId institution(String id) {
        InstitutionId institution;
        try {
            institution = InstitutionId.of(id);
        } catch (IllegalArgumentException e) {
            throw new WrongUse(e);
        }
        if (!Files.isDirectory(trust().institution(institution))) {
            throw new WrongUse(
                    "no keys of " + institution + " in " + trust().root().resolve("institutions"));
        }
        return institution;
    }

    /** A connection as this institution to the hub that runs on this folder. */
    InstitutionClient connect(InstitutionId institution) {
        return new InstitutionClient(brokerUri(), trust().tls(institution), institution);
    }

    /** Where the hub's broker takes AMQP: the remote one of the settings, or the embedded one of a running hub. */
    URI brokerUri() {
        Settings settings = settings();
        return URI.create(settings.brokerUrl().orElseGet(() -> "amqps://" + settings.amqpHost() + ":" + runningPort()));
    }

    private int runningPort() {
        Path port = initialised().amqpPort();
        try {
            return Integer.parseInt(Files.readString(port).strip());
        } catch (IOException e) {
            throw new WrongUse("no hub runs on " + initialised().root() + "; run: hub start");
        }
    }
}
