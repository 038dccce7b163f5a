package be.kruispunt.hub.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What each part of a message's path costs by itself on the busy machine, in wall-clock microseconds per message with as
 * many threads as the hub has intakes.
 */
record Parts(Map<String, Double> micros) {
    Parts {
        micros = new LinkedHashMap<>(micros);
    }

    double total() {
        return micros.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Messages a second if nothing but the parts took time. */
    double limit() {
        return 1e6 / total();
    }
}
