package be.kruispunt.hub;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Says what somebody has to see to when it comes up, and once a day until it is done. For one thread. */
final class Reminders {
    private static final Duration AGAIN = Duration.ofDays(1);

    private final Map<String, Instant> said = new HashMap<>();

    /** Those of the concerns that are to be said now. */
    List<String> due(List<String> concerns, Instant now) {
        said.keySet().retainAll(concerns);
        List<String> due = new ArrayList<>();
        for (String concern : concerns) {
            Instant before = said.get(concern);
            if (before == null || !now.isBefore(before.plus(AGAIN))) {
                said.put(concern, now);
                due.add(concern);
            }
        }
        return due;
    }
}
