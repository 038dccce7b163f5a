package be.kruispunt.hub;

import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.rights.Schemes;
import be.kruispunt.store.StoreSettings;
import be.kruispunt.translation.Translator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a hub is set up: the file {@code hub.properties} in its data folder. A key that the hub does not know, or a value
 * that it cannot use, stops the start.
 *
 * @param hub the hub's own institution id, which stands in its certificate
 * @param amqpHost the address on which the embedded broker listens
 * @param amqpPort its port; 0 takes a free one
 * @param amqpConnectHost the name under which commands on this machine connect to it, which stands in its certificate
 * @param webHost the address on which the HTTP door listens
 * @param webPort its port; 0 takes a free one; absent: there is no HTTP door
 * @param webPool database connections of the HTTP door, apart from storePool: eight times as many requests are answered at a time
 * @param brokerUrl a remote Artemis, such as {@code amqps://broker.example:5671}; absent: the embedded one
 * @param storeUrl {@code jdbc:postgresql:...}; absent: the embedded PostgreSQL
 * @param storeUser user of {@code storeUrl}
 * @param storePasswordFile file that holds the password of {@code storeUser}
 * @param storeOwner the role that owns the tables of {@code storeUrl} and brings them up to date; absent: storeUser
 * @param storeOwnerPasswordFile file that holds its password
 * @param storePool database connections, at least one more than intakes
 * @param intakes how many batches are worked on at a time
 * @param batch the largest batch, in messages
 * @param maxMessageBytes the largest message that is read, in bytes
 * @param documentsFolder document types and tables of the operator's own; absent: those that come with the hub
 * @param batchFolder where suppliers' files come and go; absent: there is no door by files, and subscriptions are not served
 * @param retryAttempts how often a message is tried on which a step breaks
 * @param retryFirstDelay how long it waits after the first attempt; twice as long after each next one
 * @param rights for questions for social rights
 */
public record Settings(
        InstitutionId hub,
        String amqpHost,
        int amqpPort,
        String amqpConnectHost,
        String webHost,
        Optional<Integer> webPort,
        int webPool,
        Optional<String> brokerUrl,
        Optional<String> storeUrl,
        Optional<String> storeUser,
        Optional<Path> storePasswordFile,
        Optional<String> storeOwner,
        Optional<Path> storeOwnerPasswordFile,
        int storePool,
        int intakes,
        int batch,
        int maxMessageBytes,
        Optional<Path> documentsFolder,
        Optional<Path> batchFolder,
        int retryAttempts,
        Duration retryFirstDelay,
        RightsSettings rights) {

    private static final Set<String> EVERY_ADDRESS = Set.of("0.0.0.0", "::", "[::]");

    /** With TLS, also in a list of several. */
    private static final SettingValues.Address BROKER = new SettingValues.Address(
            Pattern.compile("(amqps://|failover:\\()(?!.*\\bamqp:).*"), "amqps://host:port or failover:(amqps://...)");

    private static final SettingValues.Address STORE =
            new SettingValues.Address(Pattern.compile("jdbc:postgresql:.*"), "jdbc:postgresql://host:port/database");

    /** Every key with its default. */
    private static final Map<String, String> DEFAULTS = RightsSettings.withDefaults(Map.ofEntries(
            Map.entry("hub.id", "BE:0999999922"),
            Map.entry("amqp.host", "localhost"),
            Map.entry("amqp.port", "5671"),
            Map.entry("amqp.connect-host", ""),
            Map.entry("web.host", "localhost"),
            Map.entry("web.port", ""),
            Map.entry("web.pool", "6"),
            Map.entry("broker.url", ""),
            Map.entry("store.url", ""),
            Map.entry("store.user", ""),
            Map.entry("store.password-file", ""),
            Map.entry("store.owner", ""),
            Map.entry("store.owner-password-file", ""),
            Map.entry("store.pool", "6"),
            Map.entry("intake.concurrency", "4"),
            Map.entry("intake.batch", "32"),
            Map.entry("message.max-bytes", "2097152"),
            Map.entry("documents.folder", ""),
            Map.entry("batch.folder", ""),
            Map.entry("retry.attempts", "5"),
            Map.entry("retry.first-delay-ms", "1000")));

    /** What is wrong with the settings, and where; stops the start. */
    public static final class Invalid extends IllegalArgumentException {
        private final String key;

        Invalid(String problem) {
            super(problem);
            this.key = "";
        }

        Invalid(String key, String problem) {
            this(key, key + ": ", problem);
        }

        private Invalid(String key, String before, String problem) {
            super(before + problem);
            this.key = key;
        }

        /** Where it stands in this file. */
        public String place(Path file) {
            return SettingPlace.of(file, key);
        }
    }

    /** The defaults. */
    public static Settings defaults() {
        return of(new Properties());
    }

    /** Reads a file; without one, the defaults. */
    public static Settings load(Path file) throws IOException {
        var properties = new Properties();
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                properties.load(in);
            }
        }
        return of(properties);
    }

    static Settings of(Properties properties) {
        var unknown = new TreeSet<>(properties.stringPropertyNames());
        unknown.removeAll(DEFAULTS.keySet());
        if (!unknown.isEmpty()) {
            throw new Invalid(
                    unknown.getFirst(),
                    "",
                    "unknown key(s) " + unknown + "; the hub knows " + new TreeSet<>(DEFAULTS.keySet()));
        }
        var values = new SettingValues(properties, DEFAULTS);
        return new Settings(
                values.read("hub.id", InstitutionId::of),
                values.text("amqp.host"),
                values.number("amqp.port", 0, 65_535),
                values.optional("amqp.connect-host").orElse(connectHost(values.text("amqp.host"))),
                values.text("web.host"),
                values.optional("web.port").map(any -> values.number("web.port", 0, 65_535)),
                values.number("web.pool", 1, 200),
                values.address("broker.url", BROKER, "the hub's certificate opens the connection"),
                values.address("store.url", STORE, "name a file that holds it as store.password-file"),
                values.optional("store.user"),
                values.optional("store.password-file").map(Path::of),
                values.optional("store.owner"),
                values.optional("store.owner-password-file").map(Path::of),
                values.number("store.pool", 2, 200),
                values.number("intake.concurrency", 1, 64),
                values.number("intake.batch", 1, 1_000),
                values.number("message.max-bytes", 1_024, 64 << 20),
                values.optional("documents.folder").map(Path::of),
                values.optional("batch.folder").map(Path::of),
                values.number("retry.attempts", 1, 100),
                Duration.ofMillis(values.number("retry.first-delay-ms", 0, 3_600_000)),
                RightsSettings.of(values));
    }

    /** Where the store is; reads the passwords from their files. */
    public StoreSettings store(DataFolder data) {
        return new StoreSettings(
                storeUrl,
                storeUser,
                storePasswordFile.map(file -> secret("store.password-file", file)),
                storeOwner,
                storeOwnerPasswordFile.map(file -> secret("store.owner-password-file", file)),
                data.store(),
                storePool);
    }

    /** The document types that this hub knows. */
    public DocumentCatalogue catalogue() {
        return documentsFolder.map(DocumentCatalogue::with).orElseGet(DocumentCatalogue::standard);
    }

    /** What it can translate between them. */
    public Translator translator(DocumentCatalogue catalogue) {
        return documentsFolder
                .map(folder -> Translator.with(catalogue, folder.resolve("tables")))
                .orElseGet(() -> Translator.standard(catalogue));
    }

    /** The schemes by which rights follow from statuses. */
    public Schemes schemes() {
        return documentsFolder
                .map(folder -> Schemes.with(folder.resolve("schemes")))
                .orElseGet(Schemes::standard);
    }

    /** A file that holds a key is its owner's alone, or the command refuses with the line that mends it. */
    public static void requireSecret(Path file) throws IOException {
        Protection.requireSecret(file);
    }

    private static String secret(String key, Path file) {
        try {
            requireSecret(file);
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new Invalid(key + ": " + file + " cannot be read; it holds the password and nothing else");
        }
    }

    /** A hub that listens on every address of its machine is connected to as localhost. */
    private static String connectHost(String amqpHost) {
        return EVERY_ADDRESS.contains(amqpHost) ? "localhost" : amqpHost;
    }

    /** The names of the hub's TLS certificate: institutions connect to one of them, or refuse the hub. */
    public List<String> certificateNames() {
        return Stream.of("localhost", amqpHost, amqpConnectHost, webHost)
                .filter(name -> !EVERY_ADDRESS.contains(name))
                .distinct()
                .toList();
    }

    /** The same hub on another AMQP port. */
    public Settings withAmqpPort(int port) {
        return with("amqp.port", Integer.toString(port));
    }

    /** The same settings for another hub. */
    public Settings withHub(InstitutionId other) {
        return with("hub.id", other.value());
    }

    private Settings with(String key, String value) {
        var changed = new Properties();
        changed.putAll(asMap());
        changed.setProperty(key, value);
        return of(changed);
    }

    /** The effective values, by key. There is no secret among them: a password stands in its own file. */
    public Map<String, String> asMap() {
        var map = new TreeMap<String, String>();
        map.put("hub.id", hub.value());
        map.put("amqp.host", amqpHost);
        map.put("amqp.port", Integer.toString(amqpPort));
        map.put("amqp.connect-host", amqpConnectHost.equals(connectHost(amqpHost)) ? "" : amqpConnectHost);
        map.put("web.host", webHost);
        map.put("web.port", webPort.map(port -> Integer.toString(port)).orElse(""));
        map.put("web.pool", Integer.toString(webPool));
        map.put("broker.url", brokerUrl.orElse(""));
        map.put("store.url", storeUrl.orElse(""));
        map.put("store.user", storeUser.orElse(""));
        map.put("store.password-file", storePasswordFile.map(Path::toString).orElse(""));
        map.put("store.owner", storeOwner.orElse(""));
        map.put(
                "store.owner-password-file",
                storeOwnerPasswordFile.map(Path::toString).orElse(""));
        map.put("store.pool", Integer.toString(storePool));
        map.put("intake.concurrency", Integer.toString(intakes));
        map.put("intake.batch", Integer.toString(batch));
        map.put("message.max-bytes", Integer.toString(maxMessageBytes));
        map.put("documents.folder", documentsFolder.map(Path::toString).orElse(""));
        map.put("batch.folder", batchFolder.map(Path::toString).orElse(""));
        map.put("retry.attempts", Integer.toString(retryAttempts));
        map.put("retry.first-delay-ms", Long.toString(retryFirstDelay.toMillis()));
        map.putAll(rights.asMap());
        return map;
    }
}
