package be.kruispunt.documents;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Things that are dear to make and that one thread at a time may use: validators, marshallers. A pool rather than a
 * thread-local, so that short-lived threads share them. Holds no more than were ever in use at once.
 */
final class Pool<T> {
    private final Deque<T> idle = new ConcurrentLinkedDeque<>();
    private final Supplier<T> maker;
    private final Predicate<T> reusable;

    Pool(Supplier<T> maker) {
        this(maker, one -> true);
    }

    /** {@code reusable}: asked after each use whether the thing may be lent again. */
    Pool(Supplier<T> maker, Predicate<T> reusable) {
        this.maker = maker;
        this.reusable = reusable;
    }

    /** Lends one. One whose use failed is not used again: nobody knows in what state it is. */
    <R> R use(Function<T, R> user) {
        T lent = idle.pollFirst();
        T one = lent == null ? maker.get() : lent;
        R result = user.apply(one);
        if (reusable.test(one)) {
            idle.addFirst(one);
        }
        return result;
    }
}
