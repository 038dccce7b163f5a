package be.kruispunt.hub;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Something that is made on a thread of its own while the start goes on; nothing in it has to be closed. */
final class Meanwhile<T> {
    private final CompletableFuture<T> made = new CompletableFuture<>();

    private Meanwhile() {}

    static <T> Meanwhile<T> begin(Supplier<T> making) {
        var meanwhile = new Meanwhile<T>();
        meanwhile.made.completeAsync(
                making, work -> Thread.ofVirtual().name("start").start(work));
        return meanwhile;
    }

    /** Waits for it; what went wrong is thrown here as it was there. */
    T get() {
        try {
            return made.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
