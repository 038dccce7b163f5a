package be.kruispunt.hub.command;

import be.kruispunt.hub.bench.Bench;
import be.kruispunt.hub.bench.Mix;
import be.kruispunt.hub.bench.Plan;
import be.kruispunt.hub.bench.Report;
import be.kruispunt.hub.bench.RightsBench;
import be.kruispunt.hub.bench.RightsPlan;
import be.kruispunt.hub.bench.RightsReport;
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
            "Measures this machine: messages a second, processor time and disk per message, latency at three rates,"
                    + " and",
            "how near that is to what the bare building blocks (parser, signatures, schemas, broker, database) allow.",
            "With --rights: the buffer store, filled with invented people, whose suppliers ask over HTTP; beside bare"
                    + " look-ups of the",
            "same persons. Takes about ten minutes with the defaults; progress goes to standard error."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  hub bench",
            "  hub bench --messages 90000 --json > bench.json",
            "  hub bench --stored 1000000 --documents U1:3,U001:1",
            "  hub bench --documents U1,S1,BL1,A1",
            "  hub bench --rights --persons 2000000 --customers 5000000"
        })
final class BenchCommand implements Callable<Integer> {
    @Option(names = "--messages", paramLabel = "N", description = "how many are preloaded; default: 120000")
    private int messages = 120_000;

    @Option(names = "--senders", paramLabel = "N", description = "how many institutions send; default: 4")
    private int senders = 4;

    @Option(
            names = "--documents",
            paramLabel = "MIX",
            description =
                    "which forms, with their parts, such as U1:3,S1:1; a name that there is not is answered by all that"
                            + " there are; default: U1:1")
    private String documents = "U1:1";

    @Option(
            names = "--stored",
            paramLabel = "N",
            description = "messages that the store is filled with before (1,000,000 take some minutes); default: 0")
    private int stored;

    @Option(
            names = "--open-loop",
            paramLabel = "SECONDS",
            description = "how long latency is measured at each of 20, 50 and 80 %% of the rate; default: 40")
    private int openLoop = 40;

    @Option(
            names = "--parts",
            paramLabel = "SECONDS",
            description = "how long a round of each building block is; as many as make it cheaper; default: 6")
    private int parts = 6;

    @Option(names = "--rights", description = "measure the buffer store instead")
    private boolean rights;

    @Option(
            names = "--persons",
            paramLabel = "N",
            description = "with --rights: how many have the social tariff for energy; default: 100000")
    private long persons = 100_000;

    @Option(
            names = "--seconds",
            paramLabel = "SECONDS",
            description =
                    "with --rights: how long each kind of question is asked, after as long a warm-up; default: 30")
    private int seconds = 30;

    @Mixin
    private PopulationOption population = new PopulationOption();

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            defaultValue = "${env:KRUISPUNT_BENCH_DATA:-data/bench}",
            description = "the bench's own folder, which it makes, and empties when it made it; default:"
                    + " $KRUISPUNT_BENCH_DATA, else data/bench beside the launcher")
    private Path folder = Path.of("data/bench");

    @Mixin
    private Output out = new Output();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        if (rights) {
            return measureRights();
        }
        Plan plan;
        try {
            plan = new Plan(messages, senders, Mix.of(documents), stored, openLoop, parts);
        } catch (IllegalArgumentException e) {
            throw new WrongUse(e);
        }
        Report report = new Bench(plan, folder, spec.commandLine().getErr()).run();
        report.lines().forEach(out::line);
        out.json(report.json());
        return Exit.SUCCESS.code();
    }

    private int measureRights() throws Exception {
        RightsPlan plan;
        try {
            plan = new RightsPlan(population.size(persons), population.seed(), seconds);
        } catch (IllegalArgumentException e) {
            throw new WrongUse(e);
        }
        RightsReport report = new RightsBench(plan, folder, spec.commandLine().getErr()).run();
        report.lines().forEach(out::line);
        out.json(report.json());
        return Exit.SUCCESS.code();
    }
}
