package be.kruispunt.broker.guard;

/**
 * Thrown by whoever decides who may connect, when it cannot be decided now and nobody is at fault. The client is told so
 * with a condition after which it connects again, not with the one after which it gives up.
 */
public final class TryAgainLater extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message goes to the client */
    public TryAgainLater(String message) {
        super(message, null, false, false);
    }
}
