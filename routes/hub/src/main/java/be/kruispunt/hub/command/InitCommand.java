package be.kruispunt.hub.command;

import be.kruispunt.hub.Hub;
import be.kruispunt.hub.Initialisation;
import be.kruispunt.hub.Settings;
import be.kruispunt.hub.text.Lines;
import be.kruispunt.hub.text.ShellLine;
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
        description = "Makes a data folder: settings, a demonstration authority with certificates, a filled store.",
        footerHeading = "%nExamples:%n",
        footer = {"  hub init", "  hub init --data /srv/kruispunt --amqp-port 5672"})
final class InitCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--amqp-port", paramLabel = "PORT", description = "where institutions connect; default: 5671")
    private int amqpPort = Settings.defaults().amqpPort();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        var out = new Lines(spec.commandLine().getOut());
        var initialisation = new Initialisation(data.folder(), line -> out.print("  " + line));
        if (initialisation.isDone()) {
            throw new WrongUse(data.folder().root() + " was initialised before; start it: " + data.hint("start")
                    + "; or to begin again, without anything that is in it: rm -r "
                    + ShellLine.quoted(data.folder().root()));
        }
        Settings settings = Settings.defaults().withAmqpPort(amqpPort);
        initialisation.run(settings);
        out.print("  trial start");
        Hub.start(settings.withAmqpPort(0), data.folder()).close();
        out.print("The hub is ready to start: " + data.hint("start"));
        return 0;
    }
}
