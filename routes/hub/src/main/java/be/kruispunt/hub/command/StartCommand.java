package be.kruispunt.hub.command;

import be.kruispunt.hub.DataFolder;
import be.kruispunt.hub.Hub;
import be.kruispunt.hub.Settings;
import be.kruispunt.hub.text.Lines;
import be.kruispunt.trust.MissingFile;
import be.kruispunt.trust.TrustFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code hub start}. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description = "Runs the hub until it is stopped (Ctrl-C or SIGTERM); ends what is in hand first.",
        footerHeading = "%nExamples:%n",
        footer = {"  hub start", "  hub start --data /srv/kruispunt"})
final class StartCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        long begun = System.nanoTime();
        Settings settings = data.settings();
        DataFolder folder = data.initialised();
        var trust = new TrustFolder(folder.trust());
        if (MissingFile.in(trust).stream().anyMatch(MissingFile::required)) {
            MissingFiles.lines(trust).forEach(new Lines(spec.commandLine().getErr())::print);
            return Exit.WRONG_USE.code();
        }
        Hub hub = Hub.start(settings, folder);
        var stopped = new CompletableFuture<Void>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(hub, folder, stopped), "stop"));
        if (hub.broker().isPresent()) {
            folder.announce(hub.amqpPort());
        }
        String where =
                settings.brokerUrl().orElseGet(() -> "amqps://" + settings.amqpConnectHost() + ":" + hub.amqpPort());
        new Lines(spec.commandLine().getOut())
                .print("ready after " + (System.nanoTime() - begun) / 1_000_000 + " ms: " + where);
        CompletableFuture.anyOf(stopped, hub.broken()).join();
        return stopped.isDone() ? Exit.SUCCESS.code() : gaveUp(hub.broken().join());
    }

    /** The hook then closes what is left. */
    private int gaveUp(String why) {
        new Lines(spec.commandLine().getErr()).print("the hub ends: its broker is gone: " + why);
        return Exit.BROKEN.code();
    }

    private static void stop(Hub hub, DataFolder folder, CompletableFuture<Void> stopped) {
        try {
            Files.deleteIfExists(folder.amqpPort());
        } catch (IOException e) {
            // the next start overwrites it
        }
        hub.close();
        stopped.complete(null);
    }
}
