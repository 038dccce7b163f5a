package be.kruispunt.store;

import java.util.Optional;

/** The term in which a hub works on its store: once another hub has begun its own, this one has nothing more to say. */
final class HubTerm {
    /** The number under which a command writes, in whichever term. */
    static final long ANY = -1;

    private final Optional<HubLock> lock;

    /** {@code lock}: that of this hub; absent where it is none, but a command of an operator beside it. */
    HubTerm(Optional<HubLock> lock) {
        this.lock = lock;
    }

    /** The number that is written under, or {@link #ANY}. */
    long number() {
        return lock.map(HubLock::term).orElse(ANY);
    }
}
