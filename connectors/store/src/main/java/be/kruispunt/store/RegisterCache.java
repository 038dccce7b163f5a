package be.kruispunt.store;

import be.kruispunt.access.Register;
import org.jspecify.annotations.Nullable;

/**
 * The register in memory, as long as its version is the one in PostgreSQL. Whoever changes a register table bumps that
 * version (a trigger does), and every look-up brings it along; so a withdrawn authorisation holds for no later batch.
 */
final class RegisterCache {
    private final Database database;
    private volatile @Nullable Register loaded;

    RegisterCache(Database database) {
        this.database = database;
    }

    /** The register as it stands. */
    Register now() {
        return at(database.read(RegisterReader::version));
    }

    /** The register of this version or a later one. */
    Register at(long version) {
        Register present = loaded;
        return present == null || present.version() < version ? load(version) : present;
    }

    private synchronized Register load(long version) {
        Register present = loaded;
        if (present == null || present.version() < version) {
            present = database.readAtOneMoment(connection -> new Register(
                    RegisterReader.version(connection),
                    RegisterReader.institutions(connection),
                    RegisterReader.authorisations(connection)));
            loaded = present;
        }
        return present;
    }
}
