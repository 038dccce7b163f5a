package be.kruispunt.exchange;

import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.message.Header;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The messages that come again later because a step broke on them, and behind each those that must not overtake it: what the same
 * sender sends in the same case, or tells or asks the hub itself. They go on in the order in which they were taken in the first
 * time. Held in this process: a crash forgets it.
 */
public final class Retries {
    /** How much later than its time a message may be due again before it is held for gone. */
    private static final Duration GONE = Duration.ofMinutes(10);

    private static final Duration A_MOMENT = Duration.ofMillis(200);

    /** Held back after one another, they are due after one another. */
    private static final Duration APART = Duration.ofMillis(10);

    private final InstitutionId hub;
    private final InstantSource clock;
    private final Map<Lane, Map<Digest, Retry>> lanes = new HashMap<>();

    /** Where messages keep their order. */
    private sealed interface Lane {
        record InCase(InstitutionId sender, CaseId caseId) implements Lane {}

        record ToTheHub(InstitutionId sender) implements Lane {}
    }

    /** One that comes again. In hand: it went on in a batch of which the transaction is not committed yet. */
    private record Retry(Instant due, boolean inHand) {}

    /** {@code hub}: the hub itself, as an addressee. */
    public Retries(InstitutionId hub, InstantSource clock) {
        this.hub = hub;
        this.clock = clock;
    }

    /** That this message comes again after this delay; {@code header}: what it says of itself, as far as it was read. */
    synchronized void add(Received received, Optional<Header> header, Duration delay) {
        lane(received, header).ifPresent(lane -> put(lane, received, delay));
    }

    private void put(Lane lane, Received received, Duration delay) {
        lanes.computeIfAbsent(lane, any -> new LinkedHashMap<>())
                .put(received.digest(), new Retry(clock.instant().plus(delay), false));
    }

    /** That this message does not come again by itself. */
    synchronized void forget(Received received, Optional<Header> header) {
        lane(received, header).ifPresent(lane -> remove(lane, received.digest()));
    }

    private void remove(Lane lane, Digest message) {
        lanes.computeIfPresent(lane, (same, waiting) -> {
            waiting.remove(message);
            return waiting.isEmpty() ? null : waiting;
        });
    }

    /**
     * The passages, with those held back that would overtake. Those of a lane stand in its order: the broker hands over what is due
     * again before what waits, and the last of it first.
     *
     * @param onCommitted takes what is to be done when the batch's transaction is committed
     */
    synchronized List<Passage> heldBack(List<Passage> passages, Consumer<Runnable> onCommitted) {
        // What broke in this batch already holds back what stands behind it.
        for (Passage passage : passages) {
            if (passage instanceof Passage.Failed(Received received, Optional<Header> header, Throwable _)) {
                add(received, header, Duration.ZERO);
            }
        }
        if (lanes.isEmpty()) {
            return passages;
        }
        forgetGone();
        return inOrder(passages).stream()
                .map(passage -> lane(passage)
                        .filter(lanes::containsKey)
                        .map(lane -> heldBack(passage, lane, onCommitted))
                        .orElse(passage))
                .toList();
    }

    private void forgetGone() {
        Instant gone = clock.instant().minus(GONE);
        lanes.values().forEach(waiting -> waiting.values()
                .removeIf(retry -> retry.due().isBefore(gone)));
        lanes.values().removeIf(Map::isEmpty);
    }

    private List<Passage> inOrder(List<Passage> passages) {
        var ordered = new ArrayList<>(passages);
        lanes.forEach((lane, waiting) -> {
            int[] places = IntStream.range(0, passages.size())
                    .filter(i -> lane(passages.get(i)).filter(lane::equals).isPresent())
                    .toArray();
            List<Digest> order = List.copyOf(waiting.keySet());
            Iterator<Passage> sorted = IntStream.of(places)
                    .mapToObj(passages::get)
                    .sorted(Comparator.comparingInt(passage -> place(order, passage)))
                    .iterator();
            IntStream.of(places).forEach(i -> ordered.set(i, sorted.next()));
        });
        return ordered;
    }

    private static int place(List<Digest> order, Passage passage) {
        int place = order.indexOf(passage.received().digest());
        return place < 0 ? order.size() : place;
    }

    private Passage heldBack(Passage passage, Lane lane, Consumer<Runnable> onCommitted) {
        Map<Digest, Retry> waiting = lanes.getOrDefault(lane, Map.of());
        Received received = passage.received();
        List<Digest> before = waiting.entrySet().stream()
                .filter(each -> !each.getValue().inHand())
                .map(Map.Entry::getKey)
                .takeWhile(message -> !message.equals(received.digest()))
                .toList();
        Retry own = waiting.get(received.digest());
        if (before.isEmpty() || isInHand(own)) {
            waiting.computeIfPresent(received.digest(), (message, retry) -> new Retry(retry.due(), true));
            onCommitted.accept(() -> gone(lane, received.digest()));
            return passage;
        }
        Instant due = Objects.requireNonNull(waiting.get(before.getFirst())).due();
        Duration left = Duration.between(clock.instant(), due);
        Duration delay = (left.compareTo(A_MOMENT) < 0 ? A_MOMENT : left).plus(APART.multipliedBy(before.size()));
        put(lane, received, delay);
        return new Passage.HeldBack(received, delay);
    }

    /** Unless it broke again meanwhile. */
    private synchronized void gone(Lane lane, Digest message) {
        if (isInHand(lanes.getOrDefault(lane, Map.of()).get(message))) {
            remove(lane, message);
        }
    }

    private static boolean isInHand(@Nullable Retry retry) {
        return retry != null && retry.inHand();
    }

    private Optional<Lane> lane(Passage passage) {
        return lane(passage.received(), passage.believed());
    }

    private Optional<Lane> lane(Received received, Optional<Header> header) {
        if (header.filter(said -> said.receivers().contains(hub)).isPresent()) {
            return Optional.of(new Lane.ToTheHub(received.user()));
        }
        return header.flatMap(Header::caseId).map(caseId -> new Lane.InCase(received.user(), caseId));
    }
}
