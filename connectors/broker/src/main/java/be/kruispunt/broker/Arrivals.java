package be.kruispunt.broker;

import be.kruispunt.model.id.InstitutionId;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;

/** Tells the intakes of this process where the embedded broker took something in. */
final class Arrivals {
    private final Set<Consumer<InstitutionId>> listeners = new CopyOnWriteArraySet<>();

    void arrived(InstitutionId institution) {
        listeners.forEach(listener -> listener.accept(institution));
    }

    /** Returns how to stop listening. */
    Runnable listen(Consumer<InstitutionId> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
