package be.kruispunt.trust.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.kruispunt.trust.TrustFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the key of codes lies. */
class CounterKeyFilesTest {
    private final TrustFolder folder;
    private final CounterKeyFiles files;

    CounterKeyFilesTest(@TempDir Path root) {
        folder = new TrustFolder(root);
        files = new CounterKeyFiles(folder);
    }

    private Path file() {
        return folder.hub().resolve("codes.key");
    }

    @Test
    void theKey_isTheOwners_andStaysWhatItIs() throws IOException {
        files.makeIfMissing();
        String made = Files.readString(file());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        files.makeIfMissing();
        assertThat(Files.readString(file())).isEqualTo(made);
        assertThat(files.publicKeys().fingerprints()).hasSize(1);
    }

    @Test
    void aFormerKey_isHandedOutAsWell() throws IOException {
        files.makeIfMissing();
        String former = files.key().publicKey().toJSONString();
        Files.move(file(), folder.root().resolve("away"));
        files.makeIfMissing();
        Files.writeString(folder.hub().resolve("codes-2026.jwk"), former);
        assertThat(files.publicKeys().fingerprints())
                .hasSize(2)
                .containsKey(files.key().publicKey().getKeyID());
        assertThat(files.publicKeys().text()).doesNotContain("\"d\"");
    }

    @Test
    void aKeyThatIsNone_isNotReplaced_andIsNotRepeated() throws IOException {
        Files.createDirectories(folder.hub());
        Files.writeString(file(), "{\"kty\":\"EC\",\"d\":\"something secret\"}");
        files.makeIfMissing();
        assertThatThrownBy(files::key)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("codes.key")
                .hasStackTraceContaining("a private key of P-256 as a JWK wanted")
                .satisfies(
                        thrown -> assertThat(String.valueOf(thrown.getCause())).doesNotContain("something secret"));
    }
}
