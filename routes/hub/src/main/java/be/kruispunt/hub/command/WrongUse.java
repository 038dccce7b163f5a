package be.kruispunt.hub.command;

/** The command cannot do that with what it was given; the message names the remedy. */
final class WrongUse extends RuntimeException {
    WrongUse(String message) {
        super(message);
    }

    /** What an argument was refused for. */
    WrongUse(IllegalArgumentException cause) {
        super(cause.getMessage(), cause);
    }
}
