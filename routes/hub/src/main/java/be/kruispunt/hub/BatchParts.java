package be.kruispunt.hub;

import be.kruispunt.buffer.file.Batch;
import be.kruispunt.buffer.file.BatchFolder;
import be.kruispunt.rights.Schemes;
import be.kruispunt.store.Store;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;

/** The parts of files, runs and subscriptions, for a hub, and for a command that works beside one. */
public final class BatchParts {
    private BatchParts() {}

    /** Over this store, with files in this folder. */
    public static Batch of(Settings settings, Store store, Schemes schemes, Path folder) {
        return new Batch(
                new BatchFolder(folder.toAbsolutePath().normalize()),
                store.runs(),
                store::register,
                schemes,
                RightsSteps.rules(settings),
                InstantSource.system(),
                new SecureRandom());
    }
}
