package be.kruispunt.hub.command;

import be.kruispunt.hub.DataFolder;
import be.kruispunt.hub.demo.Demonstration;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hub demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Starts a hub with demonstration data and plays the main story: a U1, a SED and a BL1 cross it, a source"
                    + " reports",
            "and suppliers ask for a right, somebody shows it at a counter, and what must be refused is refused. Stays"
                    + " up",
            "afterwards, unless told otherwise."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  hub demo", "  hub demo --exit"})
final class DemoCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            defaultValue = "${env:KRUISPUNT_DEMO_DATA:-data/demo}",
            description =
                    "the demonstration's own folder, which it makes; default: $KRUISPUNT_DEMO_DATA, else data/demo"
                            + " beside the launcher")
    private Path folder = Path.of("data/demo");

    @Option(names = "--exit", description = "end when the story is told")
    private boolean exit;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        try (var demonstration =
                Demonstration.prepare(new DataFolder(folder), spec.commandLine().getOut())) {
            boolean asExpected = demonstration.play();
            if (!exit) {
                demonstration.explainHowToGoOn();
                new CountDownLatch(1).await();
            }
            return (asExpected ? Exit.SUCCESS : Exit.NEGATIVE).code();
        }
    }
}
