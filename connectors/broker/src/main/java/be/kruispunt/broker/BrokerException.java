package be.kruispunt.broker;

/** The broker is away, refuses, or cannot start. Breakage, not an answer to a sender: the intake rolls back. */
public final class BrokerException extends RuntimeException {
    BrokerException(String message, Throwable cause) {
        super(message, cause);
    }

    BrokerException(String message) {
        super(message);
    }
}
