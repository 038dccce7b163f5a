package be.kruispunt.hub;

import be.kruispunt.broker.EmbeddedBroker;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.store.Store;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the hub's parts once a second; what needs the store waits while it is away. An institution that was
 * registered since gets its queues at the embedded broker; a document for it that came before them waits. One that is no
 * longer registered does not connect any more. What is due in the store is done. An embedded broker that has shut itself
 * down does not come back by itself, and a hub without a door is none: whoever runs the hub is told once.
 */
final class Watch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("watch").factory());

    private final CompletableFuture<String> broken;
    private final ScheduledFuture<?> look;

    /**
     * Begins to watch.
     *
     * @param institutions who is to have queues
     * @param due what is to be done in the store now and then
     * @param broken is completed with what is wrong, when it is beyond repair
     */
    Watch(
            Store store,
            Optional<EmbeddedBroker> broker,
            Supplier<Set<InstitutionId>> institutions,
            Runnable due,
            CompletableFuture<String> broken) {
        this.broken = broken;
        this.look =
                executor.scheduleWithFixedDelay(() -> look(store, broker, institutions, due), 1, 1, TimeUnit.SECONDS);
    }

    private void look(
            Store store, Optional<EmbeddedBroker> broker, Supplier<Set<InstitutionId>> institutions, Runnable due) {
        try {
            Optional<String> wrong = broker.flatMap(EmbeddedBroker::whatIsWrong);
            if (wrong.isPresent()) {
                if (broken.complete(wrong.get())) {
                    LOG.error("KP0004 the broker is gone, and the hub ends: {}", wrong.get());
                }
            } else if (store.isAvailable()) {
                broker.ifPresent(own -> letIn(own, institutions.get()));
                due.run();
            }
        } catch (RuntimeException e) { // thrown on, it would end the watch
            LOG.warn("the watch broke, and looks again: {}", e.toString());
        }
    }

    private static void letIn(EmbeddedBroker broker, Set<InstitutionId> registered) {
        registered.stream()
                .filter(broker::addInstitution)
                .forEach(institution -> LOG.info("KP2001 registered institution={}", institution));
        broker.letOnly(registered)
                .forEach(institution -> LOG.info("KP2003 no longer registered institution={}", institution));
    }

    @Override
    public void close() {
        look.cancel(false);
        executor.close();
    }
}
