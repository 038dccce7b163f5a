package be.kruispunt.hub.bench;

import be.kruispunt.hub.text.Lines;
import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicLong;

/** Says how far a long work has come, every five seconds. */
final class Progress {
    private static final long INTERVAL = 5_000_000_000L;

    private final PrintWriter out;
    private final AtomicLong next = new AtomicLong(System.nanoTime() + INTERVAL);

    Progress(PrintWriter out) {
        this.out = out;
    }

    void say(String text) {
        new Lines(out).print(text);
    }

    void at(long done, long all) {
        long due = next.get();
        long now = System.nanoTime();
        if (now > due && next.compareAndSet(due, now + INTERVAL)) {
            say("  %,d of %,d".formatted(done, all));
        }
    }
}
