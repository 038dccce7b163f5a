package be.kruispunt.hub.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The promise of {@code docs/architecture.md}, kept or broken: a hub that is killed and started again, over and over,
 * while three institutions send, loses nothing and doubles nothing.
 */
class KillTest {
    /** Every fourth message becomes two documents for its receiver. */
    private static final int TWO_DOCUMENTS = 4;

    @Test
    void nothingIsLostOrDoubled_whenTheHubIsKilledUnderLoad(@TempDir Path folder)
            throws IOException, InterruptedException, SQLException {
        requireExactlyOnce(folder, 150, 1);
    }

    @Test
    @Tag("long")
    void nothingIsLostOrDoubled_whenTheHubIsKilledTwentyTimesInFiveThousandMessages(@TempDir Path folder)
            throws IOException, InterruptedException, SQLException {
        Killing.Report report = requireExactlyOnce(folder, 5_000, 20);
        assertThat(report.betweenRecordAndCommit())
                .as("kills that fell where it hurts")
                .isPositive();
    }

    private static Killing.Report requireExactlyOnce(Path root, int messages, int kills)
            throws IOException, InterruptedException, SQLException {
        HubFolder folder = HubFolder.prepare(root, 3);
        Killing.Report report = new Killing(folder, folder.messages(messages, TWO_DOCUMENTS), kills).run(Balance::of);
        System.out.println(report.line());
        Balance.Result result = report.result();
        assertThat(result.lost()).as("lost").isZero();
        assertThat(result.doubled()).as("doubled").isZero();
        assertThat(result.unexpected())
                .as("refused, or about nothing that was sent")
                .isZero();
        assertThat(result.documents()).as("documents").isEqualTo(messages + messages / TWO_DOCUMENTS);
        return report;
    }
}
