package be.kruispunt.broker;

import static be.kruispunt.broker.Bodies.body;
import static be.kruispunt.broker.Bodies.text;
import static be.kruispunt.broker.TestNetwork.ADEM;
import static be.kruispunt.broker.TestNetwork.CNS;
import static be.kruispunt.broker.TestNetwork.RVA;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.id.InstitutionId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Institutions are served in turn, by cost, and each in its own order; seen in what is handled when, not in times. */
final class FairnessTest extends BothWays {
    private static final int BATCH = 32;

    @ParameterizedTest
    @EnumSource(names = "EMBEDDED")
    void aBacklogDoesNotMakeTheOthersWait(Way way) {
        send(ADEM, 300);
        send(RVA, 3);
        List<InstitutionId> handled = new CopyOnWriteArrayList<>();
        try (var route = new HubRoute(hub(way), "concurrency=1&batch=" + BATCH, batch -> batch.messages()
                .forEach(m -> handled.add(m.user())))) {
            await().until(() -> route.seen() == 303 && intakeIsEmpty());
        }
        assertThat(handled.lastIndexOf(RVA)).isLessThan(BATCH + 3);
    }

    @ParameterizedTest
    @EnumSource(names = "EMBEDDED")
    void dearMessagesMakeSmallBatches_andComeWhenOthersHaveUsedAsMuch(Way way) {
        send(ADEM, BATCH + 3);
        send(CNS, 200);
        List<InstitutionId> handled = new CopyOnWriteArrayList<>();
        List<Integer> dear = new ArrayList<>();
        try (var route = new HubRoute(hub(way), "concurrency=1&batch=" + BATCH, batch -> {
            batch.messages().forEach(m -> {
                handled.add(m.user());
                m.meter().add(m.user().equals(ADEM) ? 10_000_000_000L : 1);
            });
            batch.messages().stream()
                    .map(BrokerMessage::user)
                    .filter(ADEM::equals)
                    .findFirst()
                    .ifPresent(any -> dear.add(batch.messages().size()));
        })) {
            await().until(() -> route.seen() == BATCH + 203 && intakeIsEmpty());
        }
        assertThat(handled.subList(0, handled.lastIndexOf(CNS)).stream().filter(ADEM::equals))
                .hasSizeLessThanOrEqualTo(BATCH);
        assertThat(dear.subList(dear.size() - 3, dear.size())).containsOnly(1);
    }

    @ParameterizedTest
    @EnumSource
    void whatOneInstitutionSends_isWorkedOnInItsOrder_withAllIntakesAtWork_andThroughRollbacks(Way way) {
        for (int i = 0; i < 5; i++) {
            send(ADEM, 30);
            send(CNS, 30);
            send(RVA, 30);
        }
        Map<InstitutionId, List<String>> taken = new ConcurrentHashMap<>();
        var batches = new AtomicInteger();
        try (var route = new HubRoute(hub(way), "concurrency=4&batch=8", batch -> {
            if (batches.incrementAndGet() % 5 == 0) {
                throw new IllegalStateException("as the test wants it");
            }
            batch.deliveries().onCommitted(() -> batch.messages()
                    .forEach(m -> taken.computeIfAbsent(m.user(), any -> new CopyOnWriteArrayList<>())
                            .add(text(m))));
        })) {
            await().until(() -> taken.values().stream().mapToInt(List::size).sum() == 450 && intakeIsEmpty());
            assertThat(route.batches).isNotEmpty();
        }
        for (InstitutionId sender : List.of(ADEM, CNS, RVA)) {
            List<String> order = Collections.nCopies(
                            5,
                            IntStream.range(0, 30)
                                    .mapToObj(i -> "<sbd>" + sender + " " + i + "</sbd>")
                                    .toList())
                    .stream()
                    .flatMap(List::stream)
                    .toList();
            assertThat(taken.get(sender)).as("from %s", sender).isEqualTo(order);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "EMBEDDED")
    void manySmallSendersShareABatch(Way way) {
        send(ADEM, 5);
        send(CNS, 5);
        send(RVA, 5);
        try (var route = new HubRoute(hub(way), "concurrency=1&batch=" + BATCH, batch -> batch.messages()
                .forEach(m -> batch.deliveries().answer(m.user(), Bodies.ticket(), body(m))))) {
            await().until(() -> route.seen() == 15 && intakeIsEmpty());
            assertThat(route.batches).hasSizeLessThanOrEqualTo(3);
        }
        for (InstitutionId sender : List.of(ADEM, CNS, RVA)) {
            assertThat(received(sender)).hasSize(5).first().isEqualTo("<sbd>" + sender + " 0</sbd>");
        }
    }
}
