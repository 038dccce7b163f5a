package be.kruispunt.store;

import be.kruispunt.model.cases.CaseFile;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.PersonNumber;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.outcome.AuditEntry;
import be.kruispunt.model.outcome.RefusalCode;
import java.util.List;
import java.util.Optional;

/** Everything about one message that is recorded at once. */
public sealed interface RecordEntry {
    /** What does not depend on how it was decided. */
    Handled handled();

    /** What its sender is known to have said of it. */
    Optional<Header> believed();

    /**
     * Whether it takes its instance identifier: then no later message of this user can have it. Not where an earlier decision on
     * the same bytes took it, or where it is another message's.
     */
    boolean takesIdentifier();

    /** Whom it concerns, so that an auditor can ask by person. */
    List<PersonNumber> persons();

    /** What goes out for it, beside the answer. */
    default List<OutgoingDocument> outgoing() {
        return List.of();
    }

    /** What it changes in the hub's own tables. */
    default Effect effect() {
        return Effect.NONE;
    }

    /** The same with one more entry in its audit. */
    RecordEntry plus(AuditEntry last);

    default Ticket ticket() {
        return handled().ticket();
    }

    default InstitutionId user() {
        return handled().user();
    }

    default Digest digest() {
        return handled().digest();
    }

    /**
     * A message that goes on.
     *
     * @param header what its sender said of it
     * @param outgoing what its receivers get
     * @param caseAfter the case as this message leaves it; its version tells which version it was built on
     */
    record Taken(
            Handled handled,
            Header header,
            boolean takesIdentifier,
            List<OutgoingDocument> outgoing,
            CaseFile caseAfter,
            List<PersonNumber> persons)
            implements RecordEntry {
        public Taken {
            outgoing = List.copyOf(outgoing);
            persons = List.copyOf(persons);
        }

        @Override
        public Optional<Header> believed() {
            return Optional.of(header);
        }

        @Override
        public Taken plus(AuditEntry last) {
            return new Taken(handled.plus(last), header, takesIdentifier, outgoing, caseAfter, persons);
        }

        /** Persons and documents stay out of the text. */
        @Override
        public String toString() {
            return handled + ", taken";
        }
    }

    /**
     * A message for the hub itself: it is in no case, and goes on to nobody.
     *
     * @param header what its sender said of it
     * @param outgoing what its sender gets for it beside the receipt
     * @param effect what it changes in the hub's own tables
     */
    record Kept(
            Handled handled,
            Header header,
            boolean takesIdentifier,
            List<OutgoingDocument> outgoing,
            Effect effect,
            List<PersonNumber> persons)
            implements RecordEntry {
        public Kept {
            outgoing = List.copyOf(outgoing);
            persons = List.copyOf(persons);
        }

        @Override
        public Optional<Header> believed() {
            return Optional.of(header);
        }

        @Override
        public Kept plus(AuditEntry last) {
            return new Kept(handled.plus(last), header, takesIdentifier, outgoing, effect, persons);
        }

        /** Persons and documents stay out of the text. */
        @Override
        public String toString() {
            return handled + ", kept";
        }
    }

    /**
     * A message that goes neither way.
     *
     * @param code why
     * @param effect what the refusal itself changes, such as a count
     */
    record Refused(
            Handled handled,
            Optional<Header> believed,
            boolean takesIdentifier,
            RefusalCode code,
            Effect effect,
            List<PersonNumber> persons)
            implements RecordEntry {
        /** A refusal that changes nothing. */
        public Refused(
                Handled handled,
                Optional<Header> believed,
                boolean takesIdentifier,
                RefusalCode code,
                List<PersonNumber> persons) {
            this(handled, believed, takesIdentifier, code, Effect.NONE, persons);
        }

        public Refused {
            persons = List.copyOf(persons);
            if (takesIdentifier && believed.isEmpty()) {
                throw new IllegalArgumentException("only a message whose header is believed can take its identifier");
            }
        }

        @Override
        public Refused plus(AuditEntry last) {
            return new Refused(handled.plus(last), believed, takesIdentifier, code, effect, persons);
        }

        /** Persons and documents stay out of the text. */
        @Override
        public String toString() {
            return handled + ", refused: " + code;
        }
    }
}
