package be.kruispunt.hub.command;

import be.kruispunt.hub.DataFolder;
import be.kruispunt.hub.Hub;
import be.kruispunt.hub.Settings;
import be.kruispunt.hub.text.Lines;
import be.kruispunt.trust.MissingFile;
import be.kruispunt.trust.TrustFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
    private static final int START_SECONDS = 30;

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
        var started = new CompletableFuture<Hub>();
        var stopped = new CompletableFuture<Void>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(started, folder, stopped), "stop"));
        Hub hub = start(settings, folder, started);
        if (hub.broker().isPresent()) {
            folder.announce(hub.amqpPort());
        }
        String where =
                settings.brokerUrl().orElseGet(() -> "amqps://" + settings.amqpConnectHost() + ":" + hub.amqpPort());
        new Lines(spec.commandLine().getOut())
                .print("ready after " + (System.nanoTime() - begun) / 1_000_000 + " ms: " + where + web(settings, hub));
        CompletableFuture.anyOf(stopped, hub.broken()).join();
        return stopped.isDone() ? Exit.SUCCESS.code() : gaveUp(hub.broken().join());
    }

    /** By a name that its certificate has. */
    private static String web(Settings settings, Hub hub) {
        String host = settings.certificateNames().contains(settings.webHost()) ? settings.webHost() : "localhost";
        return hub.webPort().map(port -> ", https://" + host + ":" + port).orElse("");
    }

    /** The hook then closes what is left. */
    private int gaveUp(String why) {
        new Lines(spec.commandLine().getErr()).print("the hub ends: its broker is gone: " + why);
        return Exit.BROKEN.code();
    }

    private static Hub start(Settings settings, DataFolder folder, CompletableFuture<Hub> started) {
        try {
            started.complete(Hub.start(settings, folder));
        } finally {
            started.cancel(false); // unless it is complete
        }
        return started.join();
    }

    /** What has begun to start is started first: there is a good order for the end of a whole hub only. */
    private static void stop(CompletableFuture<Hub> started, DataFolder folder, CompletableFuture<Void> stopped) {
        started.copy()
                .orTimeout(START_SECONDS, TimeUnit.SECONDS)
                .handle((hub, failure) -> Optional.ofNullable(hub))
                .join()
                .ifPresent(hub -> stop(hub, folder));
        stopped.complete(null);
    }

    private static void stop(Hub hub, DataFolder folder) {
        try {
            Files.deleteIfExists(folder.amqpPort());
        } catch (IOException e) {
            // the next start overwrites it
        }
        hub.close();
    }
}
