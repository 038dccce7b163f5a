package be.kruispunt.hub;

import be.kruispunt.access.Institution;
import be.kruispunt.broker.BrokerSettings;
import be.kruispunt.broker.EmbeddedBroker;
import be.kruispunt.broker.HubConnections;
import be.kruispunt.broker.IntakeComponent;
import be.kruispunt.broker.IntakeSettings;
import be.kruispunt.broker.Notices;
import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.exchange.DeliveredMarks;
import be.kruispunt.exchange.ExchangeRoute;
import be.kruispunt.exchange.Steps;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.store.LostRace;
import be.kruispunt.store.Store;
import be.kruispunt.store.StoreUnavailable;
import be.kruispunt.trust.OwnCertificateUnusable;
import be.kruispunt.trust.SignerUnavailable;
import be.kruispunt.trust.TrustFolder;
import be.kruispunt.web.WebDoor;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One running hub, wired by hand: store, trust, broker, route, in the order in which they need each other. What must last
 * is in the store and the broker; what keeps two intakes from working on one institution at the same moment is in
 * this process, so one hub at a time works on a broker (decision 0005).
 */
public final class Hub implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Hub.class);

    private final Store store;
    private final Optional<EmbeddedBroker> broker;
    private final Optional<WebDoor> web;
    private final Notices notices;
    private final DeliveredMarks marks;
    private final CamelContext camel;
    private final CompletableFuture<String> broken = new CompletableFuture<>();
    private final Watch watch;
    private final TrustWatch trustWatch;
    private final CaseTimers timers;
    private final Optional<BatchWorker> batch;

    private Hub(
            Store store,
            Optional<EmbeddedBroker> broker,
            Optional<WebDoor> web,
            Notices notices,
            DeliveredMarks marks,
            CamelContext camel,
            HubTrust trust,
            CaseTimers timers,
            Optional<BatchWorker> batch,
            Supplier<Set<InstitutionId>> institutions,
            Runnable due) {
        this.store = store;
        this.broker = broker;
        this.web = web;
        this.notices = notices;
        this.marks = marks;
        this.camel = camel;
        this.watch = new Watch(store, broker, institutions, due, broken);
        this.trustWatch = new TrustWatch(trust);
        this.timers = timers;
        this.batch = batch;
    }

    /** Starts a hub that {@link Initialisation} has prepared. */
    public static Hub start(Settings settings, DataFolder data) {
        Hub hub = startClosed(settings, data);
        hub.open();
        return hub;
    }

    /** Starts everything but the intake: institutions can send and receive, and what they send waits. */
    public static Hub startClosed(Settings settings, DataFolder data) {
        settings.asMap().forEach((key, value) -> LOG.info("{} = {}", key, value));
        BeforeStart.check(settings, data);
        var open = new Opened();
        DocumentCatalogue catalogue = settings.catalogue();
        catalogue.requireSound();
        try {
            var opening = Meanwhile.begin(() -> HubTrust.open(settings, data)); // PostgreSQL takes as long to start
            var making = Meanwhile.begin(() -> Tools.of(settings, catalogue));
            Store store = open.add(Store.open(settings.store(data)));
            HubTrust trust = opening.get();
            var broker = settings.brokerUrl().isPresent()
                    ? Optional.<EmbeddedBroker>empty()
                    : Optional.of(open.add(embedded(settings, data, trust, store)));
            HubConnections connections =
                    broker.map(EmbeddedBroker::hubConnections).orElseGet(() -> remote(settings, trust.folder(), store));
            Settlement.settle(store, connections, id -> broker.ifPresent(own -> own.makeQueues(id)));
            Notices notices = open.add(Settlement.notices(store, connections));
            notices.start();
            var marks = new DeliveredMarks(store);
            Tools tools = making.get();
            ChangedSchemes.use(tools.schemes(), store); // before a door opens through which anybody is derived
            CamelContext camel = camel(
                    settings,
                    connections,
                    marks,
                    broker.<Supplier<Set<InstitutionId>>>map(own -> own::institutions)
                            .orElse(() -> institutions(settings, store)),
                    ExchangeSteps.of(
                            settings,
                            trust,
                            store,
                            marks,
                            tools,
                            RightsSteps.desk(settings, tools.schemes(), store)::decide));
            var timers = new CaseTimers(
                    store.caseBook(), tools.processes(), settings.hub(), InstantSource.system(), new SecureRandom());
            Preparation.begin(catalogue, store.register().institutions());
            Optional<BatchWorker> batch = settings.batchFolder()
                    .map(folder -> new BatchWorker(new HubBatch(settings, trust, store, tools).work(folder)));
            var web = settings.webPort().map(port -> open.add(new HubWeb(settings, trust, store, tools).open(port)));
            return new Hub(
                    store,
                    broker,
                    web,
                    notices,
                    marks,
                    camel,
                    trust,
                    timers.start(),
                    batch.map(BatchWorker::start),
                    () -> institutions(settings, store),
                    RightsSteps.upkeep(settings, tools.schemes(), store));
        } catch (RuntimeException e) {
            open.close();
            throw e;
        }
    }

    private static EmbeddedBroker embedded(Settings settings, DataFolder data, HubTrust trust, Store store) {
        var broker = new EmbeddedBroker(
                new BrokerSettings(
                        data.broker(),
                        settings.amqpHost(),
                        settings.amqpPort(),
                        trust.folder().hubTls(),
                        settings.hub(),
                        institutions(settings, store),
                        settings.maxMessageBytes()),
                trust.store());
        broker.start();
        return broker;
    }

    private static HubConnections remote(Settings settings, TrustFolder folder, Store store) {
        HubConnections connections =
                HubConnections.remote(URI.create(settings.brokerUrl().orElseThrow()), folder.hubTls());
        connections.requireQueues(institutions(settings, store));
        return connections;
    }

    /** Who has queues: everybody but the hub itself, which stands in the register where it is an addressee. */
    private static Set<InstitutionId> institutions(Settings settings, Store store) {
        return store.register().institutions().stream()
                .map(Institution::id)
                .filter(id -> !id.equals(settings.hub()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** {@code withQueues}: a queue of somebody who was registered a moment ago is not there yet. */
    private static CamelContext camel(
            Settings settings,
            HubConnections connections,
            DeliveredMarks marks,
            Supplier<Set<InstitutionId>> withQueues,
            Steps steps) {
        var intake = new IntakeComponent(
                connections,
                new IntakeSettings(
                        Hub::isAway, LostRace.class::isInstance, marks::flush, Duration.ofMillis(500), withQueues));
        var camel = new DefaultCamelContext();
        try {
            camel.addComponent("intake", intake);
            camel.getShutdownStrategy().setTimeout(30);
            camel.addRoutes(new ExchangeRoute(
                    "intake:documents?concurrency=" + settings.intakes() + "&batch=" + settings.batch(), steps));
            camel.setAutoStartup(false);
            camel.start();
            return camel;
        } catch (Exception e) { // Camel declares no narrower one
            throw new IllegalStateException("the route did not start: " + e.getMessage(), e);
        }
    }

    /** Begins to take in. */
    public void open() {
        try {
            camel.getRouteController().startAllRoutes();
            LOG.info("KP0001 the hub takes messages in");
        } catch (Exception e) { // Camel declares no narrower one
            throw new IllegalStateException("the intake did not start: " + e.getMessage(), e);
        }
    }

    /** Takes nothing more in; what is in hand is finished. The hub can be opened again. */
    public void closeIntake() {
        try {
            camel.getRouteController().stopAllRoutes();
        } catch (Exception e) { // Camel declares no narrower one
            throw new IllegalStateException("the intake did not stop: " + e.getMessage(), e);
        }
    }

    /** Nobody's fault, so the intakes wait until it is over. */
    static boolean isAway(Throwable cause) {
        return cause instanceof StoreUnavailable
                || cause instanceof SignerUnavailable
                || cause instanceof OwnCertificateUnusable;
    }

    /** The port on which the embedded broker takes AMQP over TLS. */
    public int amqpPort() {
        return broker.orElseThrow(() -> new IllegalStateException("the broker is a remote one"))
                .amqpPort();
    }

    /** The port on which the HTTP door listens, if there is one. */
    public Optional<Integer> webPort() {
        return web.map(WebDoor::port);
    }

    public Store store() {
        return store;
    }

    public Optional<EmbeddedBroker> broker() {
        return broker;
    }

    /** Completed with what is wrong when a part is gone that the hub cannot bring back: it is of no use then. */
    public CompletableFuture<String> broken() {
        return broken.copy();
    }

    /** Takes nothing more in, ends what is in hand, and closes in the reverse order. */
    @Override
    public void close() {
        LOG.info("KP0002 the hub stops: nothing more is taken in, what is in hand is finished");
        web.ifPresent(WebDoor::close);
        camel.stop();
        watch.close();
        trustWatch.close();
        timers.close();
        batch.ifPresent(BatchWorker::close);
        notices.close();
        flushMarks();
        try {
            broker.ifPresent(EmbeddedBroker::close);
        } finally { // a broker that is broken must not leave a PostgreSQL behind
            store.close();
        }
        if (!broken.isDone()) {
            LOG.info("KP0003 the hub has stopped in good order");
        }
    }

    private void flushMarks() {
        try {
            marks.flush();
        } catch (StoreUnavailable e) {
            LOG.warn("the delivered marks could not be written; repeats will be settled by their duplicate ids");
        }
    }
}
