package be.kruispunt.trust;

import static be.kruispunt.trust.AnAuthority.publish;
import static be.kruispunt.trust.Fixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Revocation lists of the size that national authorities publish, and larger than anybody's. */
class LongListTest {
    private final AnAuthority authority = AnAuthority.named("One");

    @TempDir
    private Path folder = Path.of("");

    private Path file() {
        return folder.resolve("revoked.crl");
    }

    @Test
    void halfAMillionEntries_takeLittleMoreThanTheirBytes() throws Exception {
        byte[] der = LongList.signedBy(authority, 500_000);
        Files.write(file(), der);
        TrustStore trust = AnAuthority.trusted(folder, authority);

        assertThatCode(() -> trust.check(authority.issues(), Purpose.SIGN, NOW)).doesNotThrowAnyException();
        RevocationList list = RevocationListReader.read(der);
        assertThat(list.size()).isEqualTo(500_000);
        assertThat(list.revokedSince(LongList.serial(0))).isPresent();
        assertThat(list.revokedSince(LongList.serial(499_999))).isPresent();
        assertThat(list.revokedSince(LongList.serial(500_000))).isEmpty();
    }

    @Test
    void aFileThatIsTooLarge_isNotRead_andWhatWasReadBeforeServes() throws IOException {
        publish(file(), authority.list(1));
        TrustStore trust = AnAuthority.trusted(folder, authority);
        try (var large = new RandomAccessFile(file().toFile(), "rw")) {
            large.setLength(65L * 1024 * 1024);
        }
        trust.reload();

        assertThatCode(() -> trust.check(authority.issues(), Purpose.SIGN, NOW)).doesNotThrowAnyException();
        assertThat(trust.concerns(NOW)).singleElement().asString().contains("at most 67108864 are read");
    }
}
