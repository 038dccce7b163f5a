package be.kruispunt.hub.command;

import be.kruispunt.hub.bench.Bench;
import be.kruispunt.hub.bench.Plan;
import be.kruispunt.hub.bench.Report;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hub bench}. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures this machine: messages a second, latency, processor time and disk per message, and how near that"
                    + " is",
            "to the limit that the parts set. Takes about ten minutes with the defaults; progress goes to standard"
                    + " error."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  hub bench", "  hub bench --messages 90000 --json > bench.json"})
final class BenchCommand implements Callable<Integer> {
    @Option(names = "--messages", paramLabel = "N", description = "how many are preloaded; default: 120000")
    private int messages = 120_000;

    @Option(names = "--senders", paramLabel = "N", description = "how many institutions send; default: 4")
    private int senders = 4;

    @Option(names = "--open-loop", paramLabel = "SECONDS", description = "how long latency is measured; default: 40")
    private int openLoop = 40;

    @Option(names = "--parts", paramLabel = "SECONDS", description = "how long each part is measured; default: 6")
    private int parts = 6;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            defaultValue = "${env:KRUISPUNT_BENCH_DATA:-data/bench}",
            description = "the bench's own folder, which it makes, and empties when it made it; default: data/bench")
    private Path folder = Path.of("data/bench");

    @Mixin
    private Output out = new Output();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        Plan plan;
        try {
            plan = new Plan(messages, senders, openLoop, parts);
        } catch (IllegalArgumentException e) {
            throw new WrongUse(e);
        }
        Report report = new Bench(plan, folder, spec.commandLine().getErr()).run();
        report.lines().forEach(out::line);
        out.json(report.json());
        return Exit.SUCCESS.code();
    }
}
