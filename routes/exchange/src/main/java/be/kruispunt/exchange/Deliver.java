package be.kruispunt.exchange;

import be.kruispunt.broker.Deliveries;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.message.Header;
import be.kruispunt.store.EarlierMessage;
import be.kruispunt.store.OutgoingDocument;
import be.kruispunt.store.RecordEntry;
import be.kruispunt.store.StoredDelivery;
import be.kruispunt.trust.RevocationUnknown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what was recorded, inside the broker transaction that the intake commits afterwards.
 *
 * <p>A document that may have been sent before goes through a session of its own with its duplicate id: inside the
 * transaction a known duplicate id would make the commit fail, and take the batch's innocent neighbours with it.
 */
public final class Deliver {
    private static final Logger LOG = LoggerFactory.getLogger(Deliver.class);

    /** One authority's list is late: what others certified goes on, and this comes again as often as it takes. */
    private static final Duration UNTIL_A_LIST_MAY_BE_THERE = Duration.ofSeconds(20);

    private final RetryPolicy retry;
    private final Retries retries;
    private final FirstDeliveries firsts;
    private final DeliveredMarks marks;

    public Deliver(RetryPolicy retry, Retries retries, FirstDeliveries firsts, DeliveredMarks marks) {
        this.retry = retry;
        this.retries = retries;
        this.firsts = firsts;
        this.marks = marks;
    }

    /** Sends; the intake's commit makes it so. What waits for a neighbour is left for the next round. */
    public Batch deliver(Batch batch) {
        Deliveries deliveries = batch.deliveries();
        var sent = new ArrayList<Ticket>();
        int repeats = 0;
        for (Passage passage : batch.passages()) {
            switch (passage) {
                case Passage.Recorded recorded -> sent.add(first(recorded.entry(), deliveries));
                case Passage.Repeated repeated -> {
                    sent.addAll(again(repeated, deliveries));
                    repeats++;
                }
                case Passage.HeldBack(Received received, Duration delay) ->
                    deliveries.holdBack(received.origin(), delay);
                case Passage.Failed(Received received, Optional<Header> header, RevocationUnknown _) -> {
                    deliveries.holdBack(received.origin(), UNTIL_A_LIST_MAY_BE_THERE);
                    retries.add(received, header, UNTIL_A_LIST_MAY_BE_THERE);
                }
                case Passage.Failed failed -> setAside(failed, deliveries);
                case Passage.Waiting _, Passage.Done _ -> {}
                case Passage.Underway _, Passage.Aside _, Passage.Refused _, Passage.Ready _ ->
                    throw new IllegalStateException("a message came to delivery undecided");
            }
        }
        if (repeats > 0) {
            LOG.info("{} of {} message(s) came again", repeats, batch.passages().size());
        }
        deliveries.onCommitted(() -> marks.add(sent));
        deliveries.onCommitted(() -> batch.passages().forEach(MessageLog::say));
        return batch.each(
                passage -> passage instanceof Passage.Waiting ? passage : new Passage.Done(passage.received()));
    }

    private static Ticket first(RecordEntry entry, Deliveries deliveries) {
        for (OutgoingDocument document : entry.outgoing()) {
            deliveries.deliver(document.id(entry.ticket()), document.xml());
        }
        deliveries.answer(entry.user(), entry.ticket(), entry.handled().answer());
        return entry.ticket();
    }

    private List<Ticket> again(Passage.Repeated repeated, Deliveries deliveries) {
        EarlierMessage earlier = repeated.earlier();
        boolean delivered =
                earlier.delivered() || firsts.underway(earlier.ticket()) || marks.contains(earlier.ticket());
        if (!delivered) {
            for (StoredDelivery document : earlier.deliveries()) {
                deliveries.redeliver(document.id(), document.formerId(), document.xml());
            }
        }
        deliveries.answer(repeated.received().user(), earlier.ticket(), earlier.answer());
        return delivered ? List.of() : List.of(earlier.ticket());
    }

    private void setAside(Passage.Failed failed, Deliveries deliveries) {
        Received received = failed.received();
        int attempts = received.origin().attempts() + 1;
        String cause = Breakage.text(failed.cause());
        if (attempts < retry.attempts()) {
            Duration delay = retry.delay(attempts);
            deliveries.tryAgainLater(received.origin(), delay);
            retries.add(received, failed.header(), delay);
        } else {
            LOG.error(
                    "KP1004 {} goes to the dead-letter queue after {} attempts: {}",
                    received.ticket(),
                    attempts,
                    cause);
            deliveries.deadLetter(received.origin(), cause);
            deliveries.onCommitted(() -> retries.forget(received, failed.header()));
        }
    }
}
