package be.kruispunt.hub.command;

import be.kruispunt.broker.InstitutionClient;
import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.documents.xml.Limits;
import be.kruispunt.hub.DataFolder;
import be.kruispunt.hub.Initialisation;
import be.kruispunt.hub.Settings;
import be.kruispunt.hub.text.ShellLine;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.translation.Translator;
import be.kruispunt.trust.SigningIdentity;
import be.kruispunt.trust.TrustFolder;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which data folder a command works on, and what can be opened in it. */
final class DataOption {
    private static final int PATIENCE_MILLIS = 5_000;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            defaultValue = "${env:KRUISPUNT_DATA:-data/hub}",
            description = "where the hub keeps everything; default: $KRUISPUNT_DATA, else data/hub beside the launcher")
    private Path folder = Path.of("data/hub");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    DataFolder folder() {
        return new DataFolder(folder);
    }

    /** A command on the same folder, to be copied; the folder is named where this command had it named. */
    String hint(String... words) {
        boolean named = spec.commandLine().getParseResult().hasMatchedOption("--data");
        Stream<String> where = named ? Stream.of("--data", folder().root().toString()) : Stream.empty();
        return ShellLine.hub(Stream.concat(Stream.of(words), where).toArray(String[]::new));
    }

    /** The folder of a hub that was initialised, and that is its owner's alone. */
    DataFolder initialised() {
        DataFolder data = folder();
        try {
            data.requireProtected();
        } catch (IOException e) {
            throw new WrongUse("cannot read the data folder " + data.root() + ": " + e.getMessage());
        }
        if (!new Initialisation(data, line -> {}).isDone()) {
            throw new WrongUse("there is no hub in " + data.root() + "; run: " + hint("init"));
        }
        return data;
    }

    Settings settings() {
        Path file = initialised().settings();
        try {
            return Settings.load(file);
        } catch (Settings.Invalid e) {
            throw new WrongUse("hub.properties: " + e.getMessage() + " (" + e.place(file) + ")");
        } catch (CharacterCodingException e) {
            throw new WrongUse("hub.properties: not written in UTF-8; save it so (" + file + ")");
        } catch (IOException | IllegalArgumentException e) {
            throw new WrongUse("hub.properties: " + e.getMessage() + " (" + file + ")");
        }
    }

    /** The document types that the hub of this folder knows; where there is no hub, those that come with it. */
    DocumentCatalogue catalogue() {
        return Files.exists(folder().settings()) ? settings().catalogue() : DocumentCatalogue.standard();
    }

    /** Reads what the hub of this folder takes in. */
    Documents documents() {
        return new Documents(catalogue(), Limits.STANDARD.withBytes(mostBytes()));
    }

    /** Reads what it sends as well, which is a little larger. */
    Documents documentsOfTheHub() {
        int most = Math.max(Limits.STANDARD.bytes(), mostBytes());
        return new Documents(catalogue(), Limits.STANDARD.withBytes(most).sentOn());
    }

    private int mostBytes() {
        return Files.exists(folder().settings()) ? settings().maxMessageBytes() : Limits.STANDARD.bytes();
    }

    /** What it can translate between them. */
    Translator translator(DocumentCatalogue catalogue) {
        return Files.exists(folder().settings()) ? settings().translator(catalogue) : Translator.standard(catalogue);
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
            Path keys = trust().root().resolve("institutions");
            throw new WrongUse("no keys of " + institution + " in " + keys + "; there are those of: " + named(keys));
        }
        return institution;
    }

    /** The keys with which this institution signs. */
    SigningIdentity identity(InstitutionId institution) {
        requireKeys(institution, "sign.p12");
        return trust().identity(institution);
    }

    private void requireKeys(InstitutionId institution, String name) {
        Path folder = trust().institution(institution);
        folder().requireKeys(List.of(folder.resolve(name), folder.resolve(name + ".password")));
    }

    /** A connection as this institution to the hub that runs on this folder. */
    InstitutionClient connect(InstitutionId institution) {
        requireKeys(institution, "tls.p12");
        return new InstitutionClient(brokerUri(), trust().tls(institution), institution);
    }

    private static String named(Path folder) {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.map(path -> path.getFileName().toString().replace('-', ':'))
                    .sorted()
                    .limit(20)
                    .collect(Collectors.joining(", "));
        } catch (IOException e) {
            return "nobody";
        }
    }

    /** Where the hub's broker takes AMQP: the remote one of the settings, or the embedded one of a running hub. */
    URI brokerUri() {
        Settings settings = settings();
        return URI.create(settings.brokerUrl().orElseGet(() -> running(settings.amqpConnectHost())));
    }

    private String running(String host) {
        Path port = initialised().amqpPort();
        try {
            int announced = Integer.parseInt(Files.readString(port).strip());
            requireDoor(host, announced);
            return "amqps://" + host + ":" + announced;
        } catch (IOException | NumberFormatException e) {
            throw new NotRunning("no hub runs on " + initialised().root() + "; run: " + hint("start"));
        }
    }

    /** A hub that was killed leaves behind where its door was. Whether somebody opens is the connection's to find out. */
    private void requireDoor(String host, int port) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
        } catch (ConnectException e) {
            throw new NotRunning("no hub runs on " + initialised().root() + ": nothing listens on " + host + " port "
                    + port + " any more, where one did that was killed, or is just ending; run: " + hint("start"));
        } catch (UnknownHostException | SocketTimeoutException e) {
            // The connection says so in its own words.
        }
    }
}
