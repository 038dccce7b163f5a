package be.kruispunt.buffer;

import be.kruispunt.access.Register;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What follows from the register as it stands on a day, kept until it is asked of another register or another day. Safe for all threads.
 *
 * @param <K> what it is asked of; those of which something follows are few
 * @param <V> what follows
 */
final class WhileItStands<K, V> {
    private record Kept<K, V>(Register register, LocalDate day, Map<K, V> values) {
        boolean isOf(Register other, LocalDate today) {
            return register == other && day.equals(today); // each version is read once
        }
    }

    private volatile @Nullable Kept<K, V> kept;

    /** What follows; {@code work} finds it out, and what it finds nothing of is not kept. */
    Optional<V> of(Register register, LocalDate today, K key, Function<K, Optional<V>> work) {
        Map<K, V> values = values(register, today);
        V known = values.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<V> found = work.apply(key);
        found.ifPresent(value -> values.put(key, value));
        return found;
    }

    private Map<K, V> values(Register register, LocalDate today) {
        Kept<K, V> now = kept;
        if (now == null || !now.isOf(register, today)) {
            now = new Kept<>(register, today, new ConcurrentHashMap<>());
            kept = now;
        }
        return now.values();
    }
}
