package be.kruispunt.broker;

import static be.kruispunt.broker.Bodies.text;
import static be.kruispunt.broker.TestNetwork.ADEM;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.broker.HubRoute.Away;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When an intake works, waits, pauses and stops, and when it tells that a transaction is over; both ways. */
final class IntakeLifeTest extends BothWays {
    @ParameterizedTest
    @EnumSource
    void tellsWhenTheTransactionIsOver_afterARollbackAndAfterACommit(Way way) {
        List<String> told = new CopyOnWriteArrayList<>();
        send(ADEM, 1);
        try (var route = new HubRoute(hub(way), "concurrency=1&batch=1", batch -> {
            batch.deliveries().onEnded(() -> told.add("ended"));
            batch.deliveries().onCommitted(() -> told.add("committed"));
            if (told.isEmpty()) {
                throw new IllegalStateException("the first time");
            }
        })) {
            await().until(() -> route.seen() == 2 && intakeIsEmpty());
            await().untilAsserted(() -> assertThat(told).containsExactly("ended", "committed", "ended"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsAway_isToldInItsOwnWords_andNotInThoseOfWhoMissedIt(Way way) {
        send(ADEM, 1);
        var away = new AtomicBoolean(true);
        List<String> said = PauseTest.said(() -> {
            try (var route = new HubRoute(hub(way), "concurrency=1&batch=1", batch -> {
                if (away.getAndSet(false)) {
                    throw new IllegalStateException("wrapped", new Away());
                }
            })) {
                await().until(() -> route.seen() == 2 && intakeIsEmpty());
            }
        });
        assertThat(said).contains("KP3001 intake pauses: the store is away");
    }

    @ParameterizedTest
    @EnumSource
    void allIntakesPause_whileSomethingThatEverybodyNeedsIsAway_andResumeByThemselves(Way way) {
        send(ADEM, 60);
        var away = new AtomicBoolean(true);
        var tries = new AtomicInteger();
        Set<String> taken = ConcurrentHashMap.newKeySet();
        try (var route = new HubRoute(hub(way), "concurrency=3&batch=8", batch -> {
            if (away.get()) {
                tries.incrementAndGet();
                throw new IllegalStateException("wrapped", new Away());
            }
            batch.messages().forEach(m -> taken.add(text(m)));
        })) {
            await().until(() -> tries.get() >= 5);
            // The broker's count is not exact while a session rolls back.
            await().until(() -> network.broker.intakeDepth() == 60);
            away.set(false);
            await().until(() -> taken.size() == 60 && intakeIsEmpty());
            assertThat(route.batches).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anIntakeWithNothingToDo_doesTheIdleWork(Way way) {
        try (var route = new HubRoute(hub(way), batch -> {})) {
            await().until(() -> route.idle.get() >= 2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void stoppingFinishesTheBatchInHand(Way way) {
        send(ADEM, 5);
        var started = new AtomicBoolean();
        var committed = new AtomicInteger();
        var route = new HubRoute(hub(way), "concurrency=1&batch=8", batch -> {
            batch.deliveries()
                    .onCommitted(() -> committed.addAndGet(batch.messages().size()));
            started.set(true);
        });
        await().until(started::get);
        route.close();
        assertThat(committed.get()).isEqualTo(route.seen());
        await().until(() -> network.broker.intakeDepth() == 5 - committed.get());
        try (var rest = new HubRoute(hub(way), batch -> {})) {
            await().until(this::intakeIsEmpty);
            assertThat(rest.seen() + committed.get()).isEqualTo(5);
        }
    }
}
