package be.kruispunt.broker.guard;

import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * The symbols that were sent to this broker, whose number is bounded for each certificate: what Proton decodes of them it
 * never forgets. A client's libraries use some dozens, and those of others cost nobody anything.
 */
final class Symbols {
    /** Bytes. */
    static final int LONGEST = 255;

    static final int MOST = 500;

    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final Map<Optional<X509Certificate>, AtomicInteger> counts = new ConcurrentHashMap<>();

    /** Whether a symbol is taken of whoever holds a certificate. There are as many counts as an authority issued them. */
    Predicate<String> of(Optional<X509Certificate> certificate) {
        AtomicInteger count = counts.computeIfAbsent(certificate, any -> new AtomicInteger());
        return symbol -> known.contains(symbol) || isTaken(symbol, count);
    }

    private boolean isTaken(String symbol, AtomicInteger count) {
        boolean taken = count.incrementAndGet() <= MOST;
        if (taken) {
            known.add(symbol);
        }
        return taken;
    }
}
