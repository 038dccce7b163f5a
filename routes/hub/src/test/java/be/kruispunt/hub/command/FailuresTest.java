package be.kruispunt.hub.command;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.translation.TableRefused;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a failure that says little itself. */
class FailuresTest {
    private final StringWriter err = new StringWriter();

    /** Such as of a hub that is installed for all, by who may not write beside it. The tests may run as one who may. */
    @Test
    void aFolderThatThisUserMayNotWriteIn_isNamed_withTheRemedy() {
        int exit = Failures.explain(
                new AccessDeniedException("/opt/kruispunt/data"),
                HubCommand.commandLine().setErr(new PrintWriter(err, true)));
        assertThat(exit).isEqualTo(Exit.WRONG_USE.code());
        assertThat(err.toString())
                .startsWith("hub: /opt/kruispunt/data: this user may not read it, or not write in it; ")
                .contains("name another folder with --data");
    }

    /** Such as the one of Java's HTTP client. */
    @Test
    void aFailureThatSaysNothing_isNotToldByItsJavaName_andAnUnknownHostByItself() {
        explain(new IOException("no connection to https://hub:1", new ConnectException()));
        assertThat(err.toString())
                .isEqualTo("hub: no connection to https://hub:1; nothing takes connections there: is the hub, or its"
                        + " broker, running?" + System.lineSeparator());
        explain((ConnectException) new ConnectException().initCause(new UnresolvedAddressException()));
        assertThat(err.toString())
                .contains("; nobody knows this name: check the host")
                .doesNotContain("java.");
    }

    /** Whoever makes a table works off what it lacks, line by line. */
    @Test
    void aTableThatCannotBeUsed_isWrongUse_withALineForEachFault() {
        int exit = Failures.explain(
                new TableRefused("own.yaml, read from form:\n/A/b: no row is about it\n/A/c: no row is about it"),
                HubCommand.commandLine().setErr(new PrintWriter(err, true)));
        assertThat(exit).isEqualTo(Exit.WRONG_USE.code());
        assertThat(err.toString().lines())
                .containsExactly(
                        "hub: own.yaml, read from form:", "/A/b: no row is about it", "/A/c: no row is about it");
    }

    private void explain(Exception failure) {
        int exit = Failures.explain(failure, HubCommand.commandLine().setErr(new PrintWriter(err, true)));
        assertThat(exit).isEqualTo(Exit.UNREACHABLE.code());
    }

    @Test
    void aFileWhereAFolderIsWanted_isNamed(@TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        int exit = HubCommand.commandLine()
                .setErr(new PrintWriter(err, true))
                .execute("demo", "--data", file.resolve("hub").toString());
        assertThat(exit).isEqualTo(Exit.WRONG_USE.code());
        assertThat(err.toString()).startsWith("hub: " + file).contains("; run as its owner, or name another folder");
    }
}
