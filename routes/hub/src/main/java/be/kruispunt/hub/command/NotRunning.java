package be.kruispunt.hub.command;

/** The command speaks to a running hub, and none runs on its folder; the message names the remedy. */
final class NotRunning extends RuntimeException {
    NotRunning(String message) {
        super(message);
    }
}
