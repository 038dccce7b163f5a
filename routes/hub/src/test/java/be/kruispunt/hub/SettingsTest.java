package be.kruispunt.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import be.kruispunt.model.id.InstitutionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Defaults, a full mapping, and what is refused. */
class SettingsTest {
    private static final Map<String, String> FULL = Map.ofEntries(
            Map.entry("hub.id", "BE:0206737484"),
            Map.entry("amqp.host", "hub.example"),
            Map.entry("amqp.port", "0"),
            Map.entry("amqp.connect-host", "gate.example"),
            Map.entry("web.host", "rights.example"),
            Map.entry("web.port", "8443"),
            Map.entry("web.pool", "3"),
            Map.entry("broker.url", "amqps://broker.example:5671"),
            Map.entry("store.url", "jdbc:postgresql://store.example/hub"),
            Map.entry("store.user", "hub"),
            Map.entry("store.password-file", "secrets/store"),
            Map.entry("store.owner", "hub_owner"),
            Map.entry("store.owner-password-file", "secrets/owner"),
            Map.entry("store.pool", "12"),
            Map.entry("intake.concurrency", "8"),
            Map.entry("intake.batch", "64"),
            Map.entry("message.max-bytes", "1048576"),
            Map.entry("documents.folder", "types"),
            Map.entry("batch.folder", "files"),
            Map.entry("retry.attempts", "3"),
            Map.entry("retry.first-delay-ms", "250"),
            Map.entry("rights.days-back", "90"),
            Map.entry("rights.sources.late-after-days", "8"),
            Map.entry("rights.strangers.window-days", "7"),
            Map.entry("rights.strangers.alert-at", "10"),
            Map.entry("rights.strangers.stop-at", "20"),
            Map.entry("rights.registered.unknown-alert-at", "30"),
            Map.entry("rights.registered.new-alert-at", "40"),
            Map.entry("rights.registered.unfound-alert-at", "50"));

    @Test
    void defaults() {
        assertThat(Settings.defaults())
                .isEqualTo(new Settings(
                        InstitutionId.of("BE:0999999922"),
                        "localhost",
                        5671,
                        "localhost",
                        "localhost",
                        Optional.empty(),
                        6,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        6,
                        4,
                        32,
                        2 << 20,
                        Optional.empty(),
                        Optional.empty(),
                        5,
                        Duration.ofSeconds(1),
                        new RightsSettings(731, 35, 30, 100, 1_000, 1_000, 100_000, 1_000)));
    }

    @Test
    void everyKeyIsRead_andWrittenAgain() {
        Settings settings = Settings.of(properties(FULL));
        assertThat(settings)
                .isEqualTo(new Settings(
                        InstitutionId.of("BE:0206737484"),
                        "hub.example",
                        0,
                        "gate.example",
                        "rights.example",
                        Optional.of(8443),
                        3,
                        Optional.of("amqps://broker.example:5671"),
                        Optional.of("jdbc:postgresql://store.example/hub"),
                        Optional.of("hub"),
                        Optional.of(Path.of("secrets/store")),
                        Optional.of("hub_owner"),
                        Optional.of(Path.of("secrets/owner")),
                        12,
                        8,
                        64,
                        1 << 20,
                        Optional.of(Path.of("types")),
                        Optional.of(Path.of("files")),
                        3,
                        Duration.ofMillis(250),
                        new RightsSettings(90, 8, 7, 10, 20, 30, 40, 50)));
        assertThat(settings.asMap()).isEqualTo(FULL);
        assertThat(settings.withAmqpPort(7).asMap()).containsAllEntriesOf(Map.of("amqp.port", "7", "store.pool", "12"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hub.id|BE|hub.id: institution",
                "amqp.port|65536|amqp.port: a number from 0 to 65535 wanted",
                "web.port|65536|web.port: a number from 0 to 65535 wanted",
                "web.port|https|web.port: a whole number wanted",
                "amqp.port|many|amqp.port: a whole number wanted",
                "store.pool|1|store.pool: a number from 2 to 200 wanted",
                "intake.concurrency|0|intake.concurrency: a number from 1 to 64 wanted",
                "intake.batch|0|intake.batch: a number from 1 to 1000 wanted",
                "message.max-bytes|10|message.max-bytes: a number from 1024 to 67108864 wanted",
                "retry.attempts|0|retry.attempts: a number from 1 to 100 wanted",
                "retry.first-delay-ms|-1|retry.first-delay-ms: a number from 0 to 3600000 wanted",
                "rights.strangers.stop-at|99|rights.strangers.stop-at: a number from 100 to 1000000000 wanted",
                "store.url|mysql://localhost/hub|store.url: wanted: jdbc:postgresql://host:port/database",
                "broker.url|broker.example:5671|broker.url: wanted: amqps://host:port or failover:(amqps://...)",
                "broker.url|amqp://broker.example:5672|broker.url: wanted: amqps://",
                "broker.url|failover:(amqps://a:1,amqp://b:1)|broker.url: wanted: amqps://",
                "store.url|jdbc:postgresql://db/hub?user=hub&password=s3cret|store.url: a password does not belong"
                        + " here",
                "store.url|jdbc:postgresql://db/hub?sslpassword=s3cret|store.url: a password does not belong here",
                "broker.url|amqps://hub:s3cret@broker.example:5671|broker.url: a password does not belong here",
                "broker.url|failover:(amqps://a:1,amqps://hub:s3cret@b:1)|broker.url: a password does not belong here",
                "amqp.prot|5671|unknown key(s) [amqp.prot]; the hub knows [amqp.connect-host, amqp.host, ",
            })
    void whatTheHubCannotUse_isRefused_andNamed(String key, String value, String problem) {
        assertThatExceptionOfType(Settings.Invalid.class)
                .isThrownBy(() -> Settings.of(properties(Map.of(key, value))))
                .withMessageStartingWith(problem)
                .withMessageNotContaining("s3cret");
    }

    @Test
    void aPasswordIsReadFromItsFile_andStandsNowhereElse(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "s3cret\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Settings settings = Settings.of(properties(Map.of("store.password-file", file.toString())));
        assertThat(settings.store(new DataFolder(folder)).password()).contains("s3cret");
        assertThat(settings.toString() + settings.asMap()).doesNotContain("s3cret");
        Settings without = Settings.of(properties(Map.of("store.password-file", file + ".gone")));
        assertThatExceptionOfType(Settings.Invalid.class)
                .isThrownBy(() -> without.store(new DataFolder(folder)))
                .withMessageStartingWith("store.password-file: " + file + ".gone cannot be read");
    }

    @Test
    void aPasswordThatOthersMayRead_isRefused_withTheRemedy(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "s3cret\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Settings settings = Settings.of(properties(Map.of("store.password-file", file.toString())));
        assertThatExceptionOfType(UnfitFolder.class)
                .isThrownBy(() -> settings.store(new DataFolder(folder)))
                .withMessageEndingWith("run: chmod 600 " + file);
    }

    @Test
    void aHubThatListensEverywhere_isConnectedToByAName_thatItsCertificateHas() {
        Settings everywhere = Settings.of(properties(Map.of("amqp.host", "0.0.0.0")));
        assertThat(everywhere.amqpConnectHost()).isEqualTo("localhost");
        assertThat(everywhere.certificateNames()).containsExactly("localhost");
        Settings named = Settings.of(properties(Map.of("amqp.host", "0.0.0.0", "amqp.connect-host", "gate.example")));
        assertThat(named.certificateNames()).containsExactly("localhost", "gate.example");
        assertThat(named.withAmqpPort(1).amqpConnectHost()).isEqualTo("gate.example");
    }

    private static Properties properties(Map<String, String> values) {
        var properties = new Properties();
        properties.putAll(values);
        return properties;
    }
}
