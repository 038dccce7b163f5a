package be.kruispunt.hub;

import be.kruispunt.access.Institution;
import be.kruispunt.hub.demo.DemonstrationRegister;
import be.kruispunt.store.Store;
import be.kruispunt.trust.DemonstrationAuthority;
import be.kruispunt.trust.OwnerOnlyFiles;
import be.kruispunt.trust.TrustFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Makes a data folder: settings, a demonstration authority with everyone's certificates, a migrated and filled store. */
public final class Initialisation {
    private final DataFolder data;
    private final Consumer<String> progress;

    public Initialisation(DataFolder data, Consumer<String> progress) {
        this.data = data;
        this.progress = progress;
    }

    /** Whether the folder was prepared before. */
    public boolean isDone() {
        return Files.exists(data.settings());
    }

    /** Prepares the folder. The settings are written last: a run that was broken off can be repeated. */
    public void run(Settings settings) throws IOException {
        data.create();
        progress.accept("keys and certificates of a demonstration authority: " + data.trust());
        issueCertificates(settings);
        progress.accept("store: " + settings.storeUrl().orElse("embedded PostgreSQL in " + data.store()));
        try (Store store = Store.open(settings.store(data))) {
            DemonstrationRegister.write(store.registerWriter());
        }
        progress.accept("settings: " + data.settings());
        OwnerOnlyFiles.write(data.settings(), text(settings).getBytes(StandardCharsets.UTF_8));
    }

    private void issueCertificates(Settings settings) {
        var folder = new TrustFolder(data.trust());
        InstantSource clock = InstantSource.system();
        DemonstrationAuthority authority = Files.exists(folder.authority())
                ? DemonstrationAuthority.open(folder, clock)
                : DemonstrationAuthority.create(folder, clock);
        authority.issueHub(settings.hub(), "Kruispunt", settings.certificateNames());
        for (Institution institution : DemonstrationRegister.institutions()) {
            authority.issueInstitution(institution.id(), institution.name());
        }
    }

    private static String text(Settings settings) {
        return settings.asMap().entrySet().stream()
                .map(Map.Entry::toString)
                .collect(Collectors.joining(
                        "\n", "# Settings of this hub; docs/operate/settings.md explains each.\n", "\n"));
    }
}
