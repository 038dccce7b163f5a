package be.kruispunt.trust;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers what can be worked out again, and forgets everything when it is full. */
final class BoundedCache<K, V> {
    private static final int MOST = 10_000;

    private final Map<K, V> values = new ConcurrentHashMap<>();

    Optional<V> get(K key) {
        return Optional.ofNullable(values.get(key));
    }

    void put(K key, V value) {
        if (values.size() >= MOST) {
            values.clear();
        }
        values.put(key, value);
    }
}
