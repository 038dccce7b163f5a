package be.kruispunt.exchange;

import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.message.Header;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The messages that come again later because a step broke on them, by sender and case: what the same sender sends in the
 * same case is held back until they have come, so that it arrives in its order. Held in this process: a crash forgets it.
 */
public final class Retries {
    /** How much later than its time a message may be due again before it is held for gone. */
    private static final Duration GONE = Duration.ofMinutes(10);

    private static final Duration A_MOMENT = Duration.ofMillis(200);

    private final InstantSource clock;
    private final Map<Key, Retry> retries = new ConcurrentHashMap<>();

    private record Key(InstitutionId sender, CaseId caseId) {}

    private record Retry(Digest message, Instant due) {}

    public Retries(InstantSource clock) {
        this.clock = clock;
    }

    /** That this message comes again after this delay. Of several in one case the first to come again is the first. */
    void add(Received received, Optional<CaseId> caseId, Duration delay) {
        caseId.ifPresent(id -> retries.merge(
                new Key(received.user(), id),
                new Retry(received.digest(), clock.instant().plus(delay)),
                (first, next) -> first.message().equals(next.message()) ? next : first));
    }

    /** That this message does not come again by itself. */
    void forget(Received received, Optional<CaseId> caseId) {
        caseId.ifPresent(id -> retries.computeIfPresent(
                new Key(received.user(), id),
                (key, retry) -> retry.message().equals(received.digest()) ? null : retry));
    }

    /**
     * The passages, with those held back that would overtake.
     *
     * @param onCommitted takes what is to be done when the batch's transaction is committed
     */
    List<Passage> heldBack(List<Passage> passages, Consumer<Runnable> onCommitted) {
        if (retries.isEmpty()) {
            return passages;
        }
        Instant now = clock.instant();
        retries.values().removeIf(retry -> retry.due().plus(GONE).isBefore(now));
        return passages.stream()
                .map(passage -> heldBack(passage, now, onCommitted))
                .toList();
    }

    private Passage heldBack(Passage passage, Instant now, Consumer<Runnable> onCommitted) {
        Received received = passage.received();
        Optional<Key> key = passage.believed().flatMap(Header::caseId).map(id -> new Key(received.user(), id));
        Optional<Retry> retry = key.map(retries::get);
        if (retry.isEmpty()) {
            return passage;
        }
        if (retry.get().message().equals(received.digest())) {
            onCommitted.accept(() -> retries.remove(key.get(), retry.get()));
            return passage;
        }
        Duration left = Duration.between(now, retry.get().due());
        return new Passage.HeldBack(received, left.compareTo(A_MOMENT) < 0 ? A_MOMENT : left);
    }
}
