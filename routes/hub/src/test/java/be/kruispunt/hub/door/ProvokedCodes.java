package be.kruispunt.hub.door;

import be.kruispunt.model.outcome.RefusalCode;
import java.util.EnumSet;
import java.util.Set;

/** The codes of the refusals that tests expected, and that a hub answered, in this run. */
final class ProvokedCodes {
    private final Set<RefusalCode> codes = EnumSet.noneOf(RefusalCode.class);

    void add(RefusalCode code) {
        codes.add(code);
    }

    Set<RefusalCode> all() {
        return Set.copyOf(codes);
    }
}
