package be.kruispunt.store;

import be.kruispunt.access.Register;

/**
 * The store for whoever asks beside the path of messages: over connections of its own, so that no question, however many come,
 * takes one from the intakes. Closed with the store.
 */
public final class SideDoor {
    private final RightsStore rights;
    private final RegisterCache registers;

    SideDoor(RightsStore rights, RegisterCache registers) {
        this.rights = rights;
        this.registers = registers;
    }

    /** The buffer store of social rights. */
    public RightsStore rights() {
        return rights;
    }

    /** Institutions and authorisations as they stand now. */
    public Register register() {
        return registers.now();
    }

    /** The same as they stood in this version, or a later one. */
    public Register register(long version) {
        return registers.at(version);
    }
}
