package be.kruispunt.exchange;

import be.kruispunt.store.Store;
import be.kruispunt.store.StoreSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** A store with a PostgreSQL of its own, which starts once for all tests of this room and stops behind the last. */
final class GivenStore implements BeforeAllCallback {
    private @Nullable Store store;

    @Override
    public void beforeAll(ExtensionContext context) {
        store = context.getRoot()
                .getStore(Namespace.create(GivenStore.class))
                .getOrComputeIfAbsent(Store.class, any -> open(), Store.class);
    }

    Store store() {
        return Objects.requireNonNull(store, "asked before the tests began");
    }

    private static Store open() {
        try {
            Path base = Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir")));
            return Store.open(StoreSettings.embedded(Files.createTempDirectory(base, "store"), 2));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
