package be.kruispunt.exchange;

import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.message.Header;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

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

    /** That this message comes again after this delay. */
    void add(Received received, Optional<CaseId> caseId, Duration delay) {
        caseId.ifPresent(id -> retries.put(
                new Key(received.user(), id),
                new Retry(received.digest(), clock.instant().plus(delay))));
    }

    /** The batch, with those held back that would overtake. */
    Batch heldBack(Batch batch) {
        if (retries.isEmpty()) {
            return batch;
        }
        Instant now = clock.instant();
        retries.values().removeIf(retry -> retry.due().plus(GONE).isBefore(now));
        var result = new ArrayList<Passage>(batch.passages().size());
        for (Passage passage : batch) {
            result.add(heldBack(batch, passage, now));
        }
        return batch.with(List.copyOf(result));
    }

    private Passage heldBack(Batch batch, Passage passage, Instant now) {
        Received received = passage.received();
        Optional<Key> key =
                LookUp.authenticatedHeader(passage).flatMap(Header::caseId).map(id -> new Key(received.user(), id));
        Optional<Retry> retry = key.map(retries::get);
        if (retry.isEmpty()) {
            return passage;
        }
        if (retry.get().message().equals(received.digest())) {
            batch.deliveries().onCommitted(() -> retries.remove(key.get(), retry.get()));
            return passage;
        }
        Duration left = Duration.between(now, retry.get().due());
        return new Passage.HeldBack(received, left.compareTo(A_MOMENT) < 0 ? A_MOMENT : left);
    }
}
