package be.kruispunt.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a file that keeps the store from its work: which, why, and what to do. */
class FolderTroubleTest {
    @Test
    void whatTheSystemSays_isSaidWithTheFileAndTheRemedy() {
        assertThat(FolderTrouble.of(new FileSystemException("/srv/store", null, "Read-only file system")))
                .startsWith("/srv/store: Read-only file system; the hub writes there: mount the disk");
        assertThat(FolderTrouble.of(new FileSystemException("/srv/store", null, "No space left on device")))
                .isEqualTo("/srv/store: No space left on device; make room on the disk of the data folder");
        assertThat(FolderTrouble.of(new AccessDeniedException("/srv/store")))
                .isEqualTo(
                        "/srv/store: this user may not read it, or not change it; run as the owner of the data folder");
        assertThat(FolderTrouble.of(new IOException("a program did not start"))).isEqualTo("a program did not start");
    }

    /** And not after the minute that one may take that has much to recover. */
    @Test
    void aServerThatGivesUp_isToldInItsOwnWords(@TempDir Path folder) throws IOException {
        TestStore.sharedServer(); // its programs are unpacked once per virtual machine, into a folder that stays
        Store.open(StoreSettings.embedded(folder, 2)).close();
        Files.writeString(folder.resolve("postgres/postgresql.conf"), "nonsense\n", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> Store.open(StoreSettings.embedded(folder, 2)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("contains errors; see " + folder.resolve("postgres.log"));
    }

    @Test
    void aStartThatFailsOnAFile_namesIt(@TempDir Path folder) throws IOException {
        Path lock = Files.createDirectory(folder.resolve("postgres.lock"));
        assertThatThrownBy(() -> Store.open(StoreSettings.embedded(folder, 2)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("PostgreSQL does not start in " + folder + ": " + lock + ": ");
    }
}
