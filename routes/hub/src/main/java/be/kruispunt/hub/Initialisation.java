package be.kruispunt.hub;

import be.kruispunt.access.Institution;
import be.kruispunt.hub.sample.DemonstrationRegister;
import be.kruispunt.store.Store;
import be.kruispunt.trust.DemonstrationAuthority;
import be.kruispunt.trust.HubKeys;
import be.kruispunt.trust.OwnerOnlyFiles;
import be.kruispunt.trust.TrustFolder;
import be.kruispunt.trust.counter.CounterKeyFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes a data folder: for a demonstration, with an authority, everyone's certificates and a filled store; or for real, with
 * the hub's own keys and nobody in it.
 */
public final class Initialisation {
    /** What a run makes, so all that a run that was broken off can have left. */
    private static final Set<String> PARTS = Set.of("trust", "store", "broker");

    private final DataFolder data;
    private final Consumer<String> progress;

    public Initialisation(DataFolder data, Consumer<String> progress) {
        this.data = data;
        this.progress = progress;
    }

    /**
     * Whether the folder was prepared before.
     *
     * @throws UnfitFolder when that cannot be seen
     */
    public boolean isDone() {
        return data.hasHub();
    }

    /** What a folder holds in which a hub shall be made. */
    public enum Found {
        /** Nothing, or it is not there. */
        NOTHING,
        /** What a demonstration's run left that was broken off. */
        HALF_A_DEMONSTRATION,
        /** What a run for real left that was broken off. */
        HALF_FOR_REAL,
        /** A hub. */
        A_HUB,
        /** A hub that runs. */
        A_HUB_THAT_RUNS,
        /** Something else, which a hub must not be mixed with. */
        SOMETHING_ELSE
    }

    /** Looks. */
    public Found found() throws IOException {
        if (isDone()) {
            return Store.runsIn(data.store()) ? Found.A_HUB_THAT_RUNS : Found.A_HUB;
        }
        if (Files.notExists(data.root())) {
            return Found.NOTHING;
        }
        if (!Files.isDirectory(data.root())) {
            return Found.SOMETHING_ELSE;
        }
        List<String> names;
        try (Stream<Path> files = Files.list(data.root())) {
            names = files.map(file -> file.getFileName().toString()).toList();
        }
        if (!PARTS.containsAll(names)) {
            return Found.SOMETHING_ELSE;
        }
        if (names.isEmpty()) {
            return Found.NOTHING;
        }
        return HubKeys.requestsLieIn(new TrustFolder(data.trust())) ? Found.HALF_FOR_REAL : Found.HALF_A_DEMONSTRATION;
    }

    /**
     * Prepares the folder of a hub for real: no institution, no person, no authority. Its keys wait for certificates.
     *
     * @param organisation who runs the hub, for the requests
     * @param hostNames under which institutions connect, for the request of the certificate that they see
     */
    public void runEmpty(Settings settings, String organisation, List<String> hostNames) throws IOException {
        data.create();
        progress.accept("the hub's keys, and requests for their certificates: " + new TrustFolder(data.trust()).hub());
        HubKeys.make(new TrustFolder(data.trust()), settings.hub(), organisation, hostNames);
        new CounterKeyFiles(new TrustFolder(data.trust())).makeIfMissing();
        progress.accept("store, empty: " + where(settings));
        Store.open(settings.store(data)).close();
        write(settings);
    }

    /**
     * Prepares the folder of a demonstration. The settings are written last: a run that was broken off can be repeated.
     */
    public void run(Settings settings) throws IOException {
        data.create();
        progress.accept("keys and certificates of a demonstration authority: " + data.trust());
        issueCertificates(settings);
        progress.accept("store: " + where(settings));
        try (Store store = Store.open(settings.store(data))) {
            DemonstrationRegister.write(store.registerWriter(), settings.hub());
        }
        write(settings);
    }

    private String where(Settings settings) {
        return settings.storeUrl().orElse("embedded PostgreSQL in " + data.store());
    }

    private void write(Settings settings) throws IOException {
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
        new CounterKeyFiles(folder).makeIfMissing();
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
