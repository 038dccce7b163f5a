package be.kruispunt.hub.bench;

import be.kruispunt.hub.DataFolder;
import be.kruispunt.hub.OwnFolder;
import be.kruispunt.hub.demo.DemonstrationRegister;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;

/**
 * The bench: drains a preloaded queue through the real route, broker and store; sends at half that rate in an open loop;
 * then measures the parts. All in one process, so that the ratios compare like with like.
 */
public final class Bench {
    private static final int HOPS = 20_000;

    private final Plan plan;
    private final Path folder;
    private final Progress progress;

    public Bench(Plan plan, Path folder, PrintWriter log) {
        this.plan = plan;
        this.folder = folder;
        this.progress = new Progress(log);
    }

    /** Runs it all; some minutes. */
    public Report run() throws Exception {
        new OwnFolder(new DataFolder(folder), "bench").claimEmpty();
        progress.say("preparing a hub with " + plan.senders() + " senders in " + folder);
        try (Environment environment = Environment.prepare(folder, plan.senders())) {
            progress.say("signing and sending %,d messages while the intake is closed".formatted(plan.messages()));
            new Load(environment).preload(plan.messages(), DemonstrationRegister.RVA, progress);
            progress.say("draining; the first %,d are warm-up".formatted(plan.warmUp()));
            Drain drain = Drain.measure(environment, plan, progress);
            progress.say("open loop at half that rate, %d s".formatted(plan.openLoopSeconds()));
            OpenLoop latency = OpenLoop.measure(environment, drain.perSecond() / 2, plan.openLoopSeconds(), progress);
            environment.hub().closeIntake();
            progress.say("the parts, each by itself");
            Parts parts = parts(environment);
            return new Report(plan, Machine.of(environment), drain, latency, parts);
        }
    }

    private Parts parts(Environment environment) throws Exception {
        var stopwatch = new Stopwatch(environment.settings().intakes(), Duration.ofSeconds(plan.partSeconds()));
        var documents = new PartsBench(environment, stopwatch);
        var micros = new LinkedHashMap<>(documents.measure());
        micros.putAll(new StoreParts(environment, documents).measure(stopwatch));
        int hops = Math.min(HOPS, plan.messages());
        micros.put("durable hop", new DurableHop(environment, documents).micros(hops, progress));
        return new Parts(micros);
    }
}
