package be.kruispunt.exchange;

import be.kruispunt.model.id.InstanceId;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.outcome.AuditEntry;
import be.kruispunt.model.outcome.Refusal;
import be.kruispunt.store.EarlierMessage;
import be.kruispunt.store.Effect;
import be.kruispunt.store.RecordEntry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One message of a batch, and what is to become of it. Its outcome never depends on its neighbours. */
public sealed interface Passage {
    /** The message as it came in. */
    Received received();

    /** What its sender is known to have said of it; nothing else may touch an identifier or a case. */
    default Optional<Header> believed() {
        return Optional.empty();
    }

    /** On its way, with what the audit has noted so far. */
    record Underway(Stage stage, List<AuditEntry> trail) implements Passage {
        public Underway {
            trail = List.copyOf(trail);
        }

        @Override
        public Received received() {
            return stage.received();
        }

        @Override
        public Optional<Header> believed() {
            return stage.believed().map(BelievedHeader::header);
        }
    }

    /**
     * Refused after {@code stage}; the sender will get a signed refusal.
     *
     * @param claimed the identifier that the message gives itself, where nothing else of it could be read
     * @param holdsIdentifier whether its identifier is its own already, by an earlier decision on the same bytes
     * @param effect what the refusal itself changes
     */
    record Refused(
            Stage stage,
            Refusal refusal,
            Optional<InstanceId> claimed,
            boolean holdsIdentifier,
            Effect effect,
            List<AuditEntry> trail)
            implements Passage {
        public Refused {
            trail = List.copyOf(trail);
        }

        /** A refusal that changes nothing. */
        Refused(
                Stage stage,
                Refusal refusal,
                Optional<InstanceId> claimed,
                boolean holdsIdentifier,
                List<AuditEntry> trail) {
            this(stage, refusal, claimed, holdsIdentifier, Effect.NONE, trail);
        }

        Refused holdingIdentifier() {
            return new Refused(stage, refusal, claimed, true, effect, trail);
        }

        /** The sender's identifier, also where nothing else of the message could be read. */
        Optional<InstanceId> instance() {
            return stage.claimed()
                    .map(ClaimedHeader::header)
                    .map(Header::instance)
                    .or(() -> claimed);
        }

        @Override
        public Received received() {
            return stage.received();
        }

        @Override
        public Optional<Header> believed() {
            return stage.believed().map(BelievedHeader::header);
        }
    }

    /** For the hub itself, and decided on: it passes Correlate and Translate by. */
    record Aside(Considered stage, List<AuditEntry> trail) implements Passage {
        public Aside {
            trail = List.copyOf(trail);
        }

        @Override
        public Received received() {
            return stage.received();
        }

        @Override
        public Optional<Header> believed() {
            return stage.believed().map(BelievedHeader::header);
        }
    }

    /** Decided and signed; to be recorded. */
    record Ready(Received received, RecordEntry entry) implements Passage {}

    /** Recorded; to be delivered for the first time. */
    record Recorded(Received received, RecordEntry entry) implements Passage {}

    /** Came before, to the byte: gets its first answer again. */
    record Repeated(Received received, EarlierMessage earlier) implements Passage {}

    /** Touches the same identifier, case or content as an earlier message of this batch: waits for the next round. */
    record Waiting(Passage passage) implements Passage {
        @Override
        public Received received() {
            return passage.received();
        }
    }

    /** Must not overtake an earlier message of its sender in the same case, or to the hub itself, which comes again later. */
    record HeldBack(Received received, Duration delay) implements Passage {}

    /** Sent, or given back: nothing more is to be done. */
    record Done(Received received) implements Passage {}

    /**
     * A step broke on this message: it is tried again later, and at last kept apart with the cause.
     *
     * @param header what it says of itself, as far as it was read; perhaps not believed
     */
    record Failed(Received received, Optional<Header> header, Throwable cause) implements Passage {}
}
