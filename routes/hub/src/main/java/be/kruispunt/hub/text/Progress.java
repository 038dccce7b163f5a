package be.kruispunt.hub.text;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Says how far a long work has come, every five seconds. Safe for all threads. */
public final class Progress {
    private static final long INTERVAL = 5_000_000_000L;

    private final Consumer<String> out;
    private final AtomicLong next = new AtomicLong(System.nanoTime() + INTERVAL);

    /** {@code out}: where lines go. */
    public Progress(Consumer<String> out) {
        this.out = out;
    }

    /** Says it now. */
    public void say(String text) {
        out.accept(text);
    }

    /** Says how far it is, if the last time is long enough ago. */
    public void at(long done, long all) {
        at(() -> "  %,d of %,d".formatted(done, all));
    }

    /** The same, in other words. */
    public void at(Supplier<String> text) {
        long due = next.get();
        long now = System.nanoTime();
        if (now > due && next.compareAndSet(due, now + INTERVAL)) {
            say(text.get());
        }
    }
}
