package be.kruispunt.hub.command;

import be.kruispunt.hub.Hub;
import be.kruispunt.hub.Initialisation;
import be.kruispunt.hub.Settings;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hub init}. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = "Makes a data folder: settings, a demonstration authority with certificates, a filled store.")
final class InitCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--amqp-port", paramLabel = "PORT", description = "where institutions connect; default: 5671")
    private int amqpPort = Settings.defaults().amqpPort();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        var initialisation = new Initialisation(
                data.folder(), line -> spec.commandLine().getOut().println("  " + line));
        if (initialisation.isDone()) {
            throw new WrongUse(data.folder().root() + " was initialised before; remove it to begin again");
        }
        Settings settings = Settings.defaults().withAmqpPort(amqpPort);
        initialisation.run(settings);
        spec.commandLine().getOut().println("  trial start");
        Hub.start(settings.withAmqpPort(0), data.folder()).close();
        spec.commandLine().getOut().println("The hub is ready to start: hub start");
        return 0;
    }
}
