package be.kruispunt.hub.bench;

import be.kruispunt.hub.DataFolder;
import be.kruispunt.hub.OwnFolder;
import be.kruispunt.hub.sample.DemonstrationRegister;
import be.kruispunt.hub.text.Lines;
import be.kruispunt.hub.text.Progress;
import be.kruispunt.model.id.Digest;
import be.kruispunt.store.Evidence;
import be.kruispunt.store.Store;
import be.kruispunt.store.TraceQuery;
import be.kruispunt.store.TracedMessage;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The bench: fills the store, if it is told to; drains a preloaded queue through the real route, broker and store; sends at a
 * fifth, a half and four fifths of that rate in an open loop; then measures what the bare building blocks cost. The hub and
 * the blocks in one process, so that the ratios compare like with like; the clients of the open loop in another.
 */
public final class Bench {
    private final Plan plan;
    private final Path folder;
    private final Progress progress;

    public Bench(Plan plan, Path folder, PrintWriter log) {
        this.plan = plan;
        this.folder = folder;
        this.progress = new Progress(new Lines(log)::print);
    }

    /** Runs it all; some minutes. */
    public Report run() throws Exception {
        new OwnFolder(new DataFolder(folder), "bench").claimEmpty();
        progress.say("preparing a hub with " + plan.senders() + " senders in " + folder);
        try (Environment environment = Environment.prepare(folder, plan.senders(), plan.mix())) {
            if (plan.stored() > 0) {
                progress.say("filling the store with %,d messages".formatted(plan.stored()));
                new Filling(environment).fill(plan.stored(), progress);
            }
            progress.say("signing and sending %,d messages while the intake is closed".formatted(plan.messages()));
            Map<Form, Digest> samples = new Load(environment.site(), plan.mix())
                    .preload(plan.messages(), DemonstrationRegister.RVA, progress);
            progress.say("draining; the first %,d are warm-up".formatted(plan.warmUp()));
            Drain drain = Drain.measure(environment, plan, progress);
            Store store = environment.hub().store();
            List<TracedMessage> taken = plan.mix().forms().stream()
                    .flatMap(form ->
                            Optional.ofNullable(samples.get(form)).map(digest -> taken(store, form, digest)).stream())
                    .toList();
            List<OpenLoop> latencies = latencies(environment, drain.perSecond());
            environment.hub().closeIntake();
            progress.say("the building blocks, each by itself");
            var stopwatch = new Stopwatch(
                    environment.settings().intakes(),
                    Duration.ofSeconds(plan.partSeconds()),
                    environment.storeFolder());
            var limit = new Limit(
                    new BareBlocks(environment, specimens(environment, taken.getFirst()), stopwatch).measure());
            return new Report(plan, Machine.of(environment), drain, latencies, limit);
        }
    }

    private List<OpenLoop> latencies(Environment environment, double perSecond) throws Exception {
        var latencies = new ArrayList<OpenLoop>();
        for (double share : OpenLoop.shares()) {
            progress.say("open loop at %.0f %% of that rate, %d s".formatted(100 * share, plan.openLoopSeconds()));
            latencies.add(OpenLoop.measure(environment, plan, share, share * perSecond));
        }
        return latencies;
    }

    /** Refusals would be measured as well, and are none of its business. */
    private static TracedMessage taken(Store store, Form form, Digest digest) {
        TracedMessage message = store.trace(new TraceQuery.ByDigest(digest)).getFirst();
        message.refusal().ifPresent(code -> {
            throw new IllegalStateException("the bench's own " + form + " was refused: " + code);
        });
        return message;
    }

    /** Of a message that went through; where it becomes several documents, of the first. */
    private static Specimens specimens(Environment environment, TracedMessage message) {
        Evidence evidence = environment.hub().store().evidence(message.ticket()).orElseThrow();
        return new Specimens(
                evidence.received().orElseThrow(),
                evidence.sent().getFirst().xml(),
                evidence.answer(),
                message.header().orElseThrow().type(),
                message.deliveries().getFirst().type());
    }
}
