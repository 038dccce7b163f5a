package be.kruispunt.hub;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A question to something that may keep silent for long. It is put on a thread of its own and waited for only so long; put
 * again only when the last one was answered.
 */
final class InTime<T> {
    private final Supplier<T> question;
    private final Duration patience;
    private CompletableFuture<T> asked;

    /** {@code first}: what was answered before anybody asked. */
    InTime(Supplier<T> question, Duration patience, T first) {
        this.question = question;
        this.patience = patience;
        this.asked = CompletableFuture.completedFuture(first);
    }

    /** The answer, or this one when none comes in time. */
    T ask(T otherwise) {
        return asked().copy()
                .completeOnTimeout(otherwise, patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private synchronized CompletableFuture<T> asked() {
        if (asked.isDone()) {
            asked = CompletableFuture.supplyAsync(
                    question, work -> Thread.ofVirtual().name("in-time").start(work));
        }
        return asked;
    }
}
