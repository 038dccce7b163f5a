package be.kruispunt.hub.kill;

import java.util.concurrent.Semaphore;

/** Keeps the senders a little ahead of the hub, so that they are sending whenever it is killed. */
final class Pace {
    private final Semaphore ahead;
    private int known;

    Pace(int ahead) {
        this.ahead = new Semaphore(ahead);
    }

    void awaitTurn() {
        ahead.acquireUninterruptibly();
    }

    /** Tells how many messages the hub has recorded by now. */
    synchronized void recorded(int count) {
        if (count > known) {
            ahead.release(count - known);
            known = count;
        }
    }
}
