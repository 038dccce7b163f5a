package be.kruispunt.store;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Brings the tables up to date, as the role that owns them.
 *
 * @param owner who migrates, and so owns what is made
 * @param hub the role that the hub works as; absent: the owner itself, where an operator gave one role only
 */
record Schema(Database.Address owner, Optional<String> hub) {
    private static final String TABLES = "classpath:be/kruispunt/store/migration";
    /** Given again whenever there is a new migration, or another role. */
    private static final String GRANTS = "classpath:be/kruispunt/store/grants";

    void bringUpToDate() {
        List<String> locations = hub.isPresent() ? List.of(TABLES, GRANTS) : List.of(TABLES);
        String newest = Arrays.stream(
                        flyway(List.of(TABLES), Map.of()).load().info().all())
                .flatMap(migration -> version(migration).stream())
                .max(MigrationVersion::compareTo)
                .map(MigrationVersion::getVersion)
                .orElse("");
        flyway(locations, Map.of("hub", hub.orElse(""), "tables", newest))
                .load()
                .migrate();
    }

    private static Optional<MigrationVersion> version(MigrationInfo migration) {
        return Optional.ofNullable(migration.getVersion());
    }

    private FluentConfiguration flyway(List<String> locations, Map<String, String> placeholders) {
        return Flyway.configure()
                .dataSource(owner.jdbcUrl(), owner.user(), owner.password())
                .locations(locations.toArray(String[]::new))
                .placeholders(placeholders)
                .ignoreMigrationPatterns("*:future", "repeatable:missing");
    }
}
