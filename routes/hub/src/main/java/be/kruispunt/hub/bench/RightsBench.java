package be.kruispunt.hub.bench;

import be.kruispunt.buffer.DeriveEverybody;
import be.kruispunt.hub.DataFolder;
import be.kruispunt.hub.OwnFolder;
import be.kruispunt.hub.sample.population.Page;
import be.kruispunt.hub.sample.population.Population;
import be.kruispunt.hub.sample.population.PopulationLoad;
import be.kruispunt.hub.sample.population.PopulationRegister;
import be.kruispunt.hub.text.Lines;
import be.kruispunt.hub.text.Progress;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.SchemeCode;
import be.kruispunt.store.BareLookUp;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * The bench of the buffer store: fills it with invented people and derives their rights; then suppliers in a process of their own ask
 * over HTTP, about one customer and about a thousand; then PostgreSQL alone looks up the same persons. All in one run, so that the ratios
 * compare like with like.
 */
public final class RightsBench {
    /** The largest question. */
    private static final int THOUSAND = 1_000;

    private final RightsPlan plan;
    private final Path folder;
    private final Progress progress;
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Brussels"));

    public RightsBench(RightsPlan plan, Path folder, PrintWriter log) {
        this.plan = plan;
        this.folder = folder;
        this.progress = new Progress(new Lines(log)::print);
    }

    /** Runs it all; some minutes, or an hour for millions. */
    public RightsReport run() throws Exception {
        new OwnFolder(new DataFolder(folder), "bench").claimEmpty();
        progress.say("preparing a hub with an HTTP door in " + folder);
        try (RightsEnvironment environment = RightsEnvironment.prepare(folder)) {
            var keys = new RightsKeys(today, plan.seed());
            RightsReport.Filled filled = fill(environment, keys);
            keys.write(environment.data().root());
            RightsReport.Asked one = ask(environment, 1, keys);
            RightsReport.Asked thousand = ask(environment, THOUSAND, keys);
            return new RightsReport(plan, filled, one, thousand, batch(environment, keys));
        }
    }

    private RightsReport.Filled fill(RightsEnvironment environment, RightsKeys keys) {
        progress.say("putting in %,d entitled persons and %,d customers"
                .formatted(plan.size().entitled(), plan.size().customers()));
        var population = new Population(plan.seed(), plan.size(), today);
        Iterator<Page> pages = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return population.hasNext();
            }

            @Override
            public Page next() {
                return keys.see(population.next());
            }
        };
        long begun = System.nanoTime();
        PopulationLoad.Loaded loaded =
                new PopulationLoad(environment.store(), "bench").load(pages, told -> progress.at(told::toString));
        long putIn = System.nanoTime();
        progress.say("deriving their rights");
        DeriveEverybody.Progress derived = new DeriveEverybody(
                        environment.store().rights(), environment.settings().schemes())
                .derive(told -> progress.at(told.persons(), loaded.persons()));
        return new RightsReport.Filled(
                loaded,
                derived,
                (putIn - begun) / 1e9,
                (System.nanoTime() - putIn) / 1e9,
                environment.store().sizeOnDisk());
    }

    /** The hub's answers, and the bare look-ups of the same persons by as many callers. */
    private RightsReport.Asked ask(RightsEnvironment environment, int persons, RightsKeys keys)
            throws IOException, InterruptedException {
        progress.say("questions over HTTP about %,d at a time, twice %d s".formatted(persons, plan.seconds()));
        Path store = environment.data().store();
        var arguments = new RightsClients.Arguments(
                environment.data().root(), environment.port(), persons, plan.seconds(), today);
        Moment begun = Moment.now(store);
        ClosedLoop answered;
        try (var clients = ClientProcess.start(
                RightsClients.class,
                arguments.words(),
                environment.data().root().resolve("clients.log"))) {
            answered = ClosedLoop.of(clients.expect(RightsClients.ANSWERED).substring(RightsClients.ANSWERED.length()));
        }
        double busy = Moment.now(store).busySince(begun);
        progress.say("  %,.0f questions a second".formatted(answered.perSecond()));
        progress.say("bare look-ups of %,d at a time, twice %d s".formatted(persons, plan.seconds()));
        ClosedLoop bare = bare(environment, persons, keys);
        progress.say("  %,.0f look-ups a second".formatted(bare.perSecond()));
        return new RightsReport.Asked(persons, answered, busy, bare);
    }

    /** A run of a supplier after the other, as a hub does; so the bare look-ups come one after the other too. */
    private RightsReport.Batched batch(RightsEnvironment environment, RightsKeys keys)
            throws IOException, InterruptedException {
        progress.say("the quarter's run over all customers");
        RightsReport.Batch run = new BatchBench(environment, progress).run(today);
        progress.say("bare look-ups of 1 and of %,d at a time by one caller, each twice %d s"
                .formatted(THOUSAND, plan.seconds()));
        return new RightsReport.Batched(run, bareByOne(environment, 1, keys), bareByOne(environment, THOUSAND, keys));
    }

    /** By as many callers as the clients are. */
    private ClosedLoop bare(RightsEnvironment environment, int persons, RightsKeys keys) throws InterruptedException {
        return bare(environment, persons, keys, RightsClients.perSupplier(persons), PopulationRegister.suppliers());
    }

    private ClosedLoop bareByOne(RightsEnvironment environment, int persons, RightsKeys keys)
            throws InterruptedException {
        return bare(
                environment,
                persons,
                keys,
                1,
                List.of(PopulationRegister.suppliers().getFirst()));
    }

    private ClosedLoop bare(
            RightsEnvironment environment, int persons, RightsKeys keys, int callers, List<InstitutionId> suppliers)
            throws InterruptedException {
        try (BareLookUp lookUp = BareLookUp.beside(environment.settings().store(environment.data()))) {
            var turns = new ArrayList<Stopwatch.Turn>();
            for (InstitutionId supplier : suppliers) {
                for (int i = 0; i < callers; i++) {
                    turns.add(turn(lookUp, supplier, keys.of(supplier), persons, turns.size()));
                }
            }
            Duration time = Duration.ofSeconds(plan.seconds());
            return ClosedLoop.measure(time, time, turns);
        }
    }

    private static Stopwatch.Turn turn(
            BareLookUp lookUp, InstitutionId supplier, List<RightsKeys.Key> keys, int persons, int seed) {
        var scheme = SchemeCode.of(PopulationRegister.scheme(supplier));
        var random = new SplittableRandom(seed);
        Stream<Insz> drawn =
                Stream.generate(() -> keys.get(random.nextInt(keys.size())).person());
        Iterator<Insz> next = drawn.iterator();
        return persons == 1
                ? () -> lookUp.one(next.next(), scheme)
                : () -> lookUp.many(Stream.generate(next::next).limit(persons).toList(), scheme);
    }
}
