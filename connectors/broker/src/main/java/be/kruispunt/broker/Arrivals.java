package be.kruispunt.broker;

import be.kruispunt.model.id.InstitutionId;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;

/** Tells the intakes of this process where the embedded broker took something in. */
final class Arrivals {
    private final Set<Consumer<InstitutionId>> listeners = new CopyOnWriteArraySet<>();

    /** Whether anybody listened. */
    boolean arrived(InstitutionId institution) {
        boolean heard = false;
        for (Consumer<InstitutionId> listener : listeners) {
            listener.accept(institution);
            heard = true;
        }
        return heard;
    }

    /** Returns how to stop listening. */
    Runnable listen(Consumer<InstitutionId> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
