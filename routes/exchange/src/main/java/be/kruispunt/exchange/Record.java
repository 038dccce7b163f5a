package be.kruispunt.exchange;

import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.outcome.AuditEntry;
import be.kruispunt.model.outcome.Step;
import be.kruispunt.store.RecordEntry;
import be.kruispunt.store.RecordFailed;
import be.kruispunt.store.Store;
import java.time.InstantSource;
import java.util.List;

/**
 * The only write: one database transaction for the batch. If the store finds fault with a row, the messages are
 * recorded one by one, and only the one at fault goes aside; if the store itself is away, that is nobody's fault and
 * ends the batch, which comes again.
 */
@SuppressWarnings("JavaLangClash") // the step's name; nothing here speaks of java.lang.Record
public final class Record {
    private final Store store;
    private final FirstDeliveries firsts;
    private final DeliveredMarks marks;
    private final InstantSource clock;

    public Record(Store store, FirstDeliveries firsts, DeliveredMarks marks, InstantSource clock) {
        this.store = store;
        this.firsts = firsts;
        this.marks = marks;
        this.clock = clock;
    }

    /** The batch, with what was ready now recorded. */
    public Batch record(Batch batch) {
        List<RecordEntry> entries = batch.passages().stream()
                .filter(Passage.Ready.class::isInstance)
                .map(passage -> audited(((Passage.Ready) passage).entry()))
                .toList();
        firsts.begin(entries.stream().map(RecordEntry::ticket).toList(), batch.deliveries());
        List<Ticket> delivered = marks.take();
        try {
            store.record(entries, delivered);
            return batch.each(Record::recorded);
        } catch (RecordFailed e) {
            marks.add(delivered);
            return batch.each(this::recordAlone);
        } catch (RuntimeException e) {
            marks.add(delivered);
            throw e;
        }
    }

    private static Passage recorded(Passage passage) {
        return passage instanceof Passage.Ready(Received received, RecordEntry entry)
                ? new Passage.Recorded(received, entry)
                : passage;
    }

    private Passage recordAlone(Passage passage) {
        if (!(passage instanceof Passage.Ready ready)) {
            return passage;
        }
        try {
            store.record(List.of(audited(ready.entry())), List.of());
            return recorded(passage);
        } catch (RecordFailed e) {
            return new Passage.Failed(passage.received(), ready.entry().believed(), e);
        }
    }

    private RecordEntry audited(RecordEntry entry) {
        return entry.plus(
                AuditEntry.passed(Step.RECORD, clock.instant(), entry.outgoing().size() + " document(s) to deliver"));
    }
}
