package be.kruispunt.hub.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the bare building blocks of one message add up to: a hub on these libraries cannot be faster.
 *
 * @param blocks by name
 */
record Limit(Map<String, Cost> blocks) {
    Limit {
        blocks = new LinkedHashMap<>(blocks);
    }

    Cost total() {
        return blocks.values().stream().reduce(Cost.NOTHING, Cost::plus);
    }

    /** Messages a second if nothing but the blocks took time. */
    double perSecond() {
        return 1e6 / total().wall();
    }
}
