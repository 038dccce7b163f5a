package be.kruispunt.exchange;

import be.kruispunt.broker.BrokerMessage;
import be.kruispunt.broker.Content;
import be.kruispunt.broker.IntakeBatch;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.outcome.AuditEntry;
import be.kruispunt.model.outcome.Step;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Gives every message of a batch its ticket. */
public final class Receive {
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Consumer<Instant> mayWork;

    /**
     * Sets up.
     *
     * @param mayWork throws when the hub must take nothing in, such as with a certificate that has ended
     */
    public Receive(InstantSource clock, RandomGenerator random, Consumer<Instant> mayWork) {
        this.clock = clock;
        this.random = random;
        this.mayWork = mayWork;
    }

    /** The batch, every message under way. */
    public Batch receive(IntakeBatch batch) {
        mayWork.accept(clock.instant());
        return new Batch(batch.messages().stream().map(this::underway).toList(), batch.deliveries());
    }

    private Passage underway(BrokerMessage message) {
        Instant now = clock.instant();
        var received = new Received(Ticket.next(now, random), message.user(), digest(message.content()), now, message);
        return new Passage.Underway(received, List.of(AuditEntry.passed(Step.RECEIVE, now, received.auditDetail())));
    }

    private static Digest digest(Content content) {
        return switch (content) {
            case Content.Body body -> Digest.of(body.bytes());
            case Content.TooLarge large -> large.digest();
            case Content.NotAccepted other -> other.digest();
        };
    }
}
