package be.kruispunt.broker;

/**
 * The properties of messages on the hub's own queues. Only the broker's {@link Doorkeeper} and the hub can set them:
 * nobody else may send to {@code hub.*}, and the doorkeeper takes away what a sender set itself.
 */
final class Marks {
    /** Set by the doorkeeper: whose address the message came through. */
    static final String DOOR = "hub_door";

    /** Set by the hub on what it gives back: whose message it is. */
    static final String USER = "hub_user";

    static final String ATTEMPTS = "hub_attempts";
    static final String ARRIVED_AT = "hub_arrived_at";

    static final String CODE = "hub_code";
    static final String DETAIL = "hub_detail";
    static final String DIGEST = "hub_digest";
    static final String LENGTH = "hub_length";

    /** Set by the hub on what it sends: the ticket of the message that it came of. */
    static final String TICKET = "hub_ticket";

    /** Set by the hub on what it sends: to whom. */
    static final String RECEIVER = "hub_receiver";

    /** Set by the hub on a document that it sends: the code of its type. Earlier versions of the hub set none. */
    static final String DOCUMENT = "hub_document";

    /** Set by the hub on a receipt or refusal. */
    static final String ANSWER = "hub_answer";

    /** Set for an operator: why the message shall be refused. */
    static final String REFUSED_FOR = "hub_refused_for";

    /** On a notice: when, by the broker's clock. */
    static final String AT = "hub_at";

    /** On a notice: that the receiver gave the document back. */
    static final String RETURNED = "hub_returned";

    static final String CAUSE = "hub_cause";
    static final String FAILED_AT = "hub_failed_at";
    static final String ID = "hub_id";

    /** Artemis's own name for a duplicate id. */
    static final String DUPLICATE_ID = "_AMQ_DUPL_ID";

    private Marks() {}
}
