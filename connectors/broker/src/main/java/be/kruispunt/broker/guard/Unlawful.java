package be.kruispunt.broker.guard;

import org.apache.qpid.proton.amqp.transport.ErrorCondition;

/** Ends the work on a frame, and with it its connection; not an exception of Proton's, after which it would send no reason. */
final class Unlawful extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ErrorCondition why;

    Unlawful(ErrorCondition why) {
        super(why.getDescription(), null, false, false);
        this.why = why;
    }

    ErrorCondition why() {
        return why;
    }
}
