package be.kruispunt.hub.command;

import be.kruispunt.hub.Hub;
import be.kruispunt.hub.Initialisation;
import be.kruispunt.hub.Initialisation.Found;
import be.kruispunt.hub.Settings;
import be.kruispunt.hub.text.Lines;
import be.kruispunt.hub.text.ShellLine;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.trust.TrustFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hub init}. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a data folder: settings, a demonstration authority with certificates, a filled store.",
            "With --empty a hub for real: no institution, no person, no authority; the hub's keys, and requests for"
                    + " their certificates."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  hub init",
            "  hub init --data /srv/kruispunt --amqp-port 5672",
            "  hub init --empty --hub-id BE:0999999922 --organisation Example --host hub.example"
        })
final class InitCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--amqp-port", paramLabel = "PORT", description = "where institutions connect; default: 5671")
    private int amqpPort = Settings.defaults().amqpPort();

    @ArgGroup(exclusive = false)
    private ForReal forReal = new ForReal();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** A hub for real. */
    static final class ForReal {
        @Option(names = "--empty", required = true, description = "make a hub for real, with nobody in it")
        private boolean empty;

        @Option(
                names = "--hub-id",
                required = true,
                paramLabel = "ID",
                description = "the hub's own id, which must stand in its certificates, such as BE:0999999922")
        private String id = "";

        @Option(
                names = "--organisation",
                paramLabel = "NAME",
                description = "who runs the hub, for the certificate requests; default: the id")
        private Optional<String> organisation = Optional.empty();

        @Option(
                names = "--host",
                paramLabel = "NAME",
                description = "a name or address under which institutions connect, for the certificate request; may be"
                        + " given again; default: localhost")
        private List<String> hosts = new ArrayList<>();

        InstitutionId hub() {
            try {
                return InstitutionId.of(id);
            } catch (IllegalArgumentException e) {
                throw new WrongUse(e);
            }
        }
    }

    @Override
    public Integer call() throws IOException {
        var out = new Lines(spec.commandLine().getOut());
        var initialisation = new Initialisation(data.folder(), line -> out.print("  " + line));
        Settings defaults = Settings.defaults().withAmqpPort(amqpPort);
        Settings settings = forReal.empty ? defaults.withHub(forReal.hub()) : defaults;
        Found found = initialisation.found();
        requireRoom(found);
        if (found != Found.NOTHING) {
            out.print("  an earlier hub init was broken off in " + data.folder().root() + "; this one completes it");
        }
        if (forReal.empty) {
            empty(initialisation, settings, out);
        } else {
            demonstration(initialisation, settings, out);
        }
        return Exit.SUCCESS.code();
    }

    private void demonstration(Initialisation initialisation, Settings settings, Lines out) throws IOException {
        initialisation.run(settings);
        out.print("  trial start");
        Hub.start(settings.withAmqpPort(0), data.folder()).close();
        out.print("The hub is ready to start: " + data.hint("start"));
    }

    private void empty(Initialisation initialisation, Settings settings, Lines out) throws IOException {
        initialisation.runEmpty(
                settings,
                forReal.organisation.orElse(forReal.id),
                forReal.hosts.isEmpty() ? settings.certificateNames() : forReal.hosts);
        MissingFiles.lines(new TrustFolder(data.folder().trust())).forEach(out::print);
        out.print("Then start it, and register who takes part: " + data.hint("start"));
    }

    private void requireRoom(Found found) {
        String folder = data.folder().root().toString();
        String emptied = "rm -r " + ShellLine.quoted(data.folder().root());
        switch (found) {
            case A_HUB ->
                throw new WrongUse(folder + " was initialised before; start it: " + data.hint("start")
                        + "; or to begin again, without anything that is in it: " + emptied);
            case A_HUB_THAT_RUNS ->
                throw new WrongUse("a hub runs in " + folder + "; to make another, name another folder with --data");
            case SOMETHING_ELSE ->
                throw new WrongUse(folder + " is not empty and holds no hub, so nothing in it is touched; name another"
                        + " folder with --data");
            case HALF_A_DEMONSTRATION -> {
                if (forReal.empty) {
                    throw new WrongUse("the making of a demonstration was broken off in " + folder
                            + "; repeat without --empty, or begin again: " + emptied);
                }
            }
            case HALF_FOR_REAL -> {
                if (!forReal.empty) {
                    throw new WrongUse("the making of a hub for real was broken off in " + folder
                            + "; repeat with --empty, or begin again: " + emptied);
                }
            }
            case NOTHING -> {}
        }
    }
}
