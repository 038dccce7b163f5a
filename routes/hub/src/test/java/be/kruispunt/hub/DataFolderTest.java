package be.kruispunt.hub;

import static be.kruispunt.hub.Ran.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import be.kruispunt.documents.Samples;
import be.kruispunt.documents.Samples.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a command says about a folder that is not fit, and what it does in none that is not its own. */
class DataFolderTest {
    private static final List<String> KEY_FILES = List.of(
            "trust.p12",
            "trust.p12.password",
            "hub/sign.p12",
            "hub/sign.p12.password",
            "hub/tls.p12",
            "hub/tls.p12.password");

    private final Path above;

    DataFolderTest(@TempDir Path above) throws IOException {
        this.above = above;
        mode(above, "rwx------");
    }

    private static Path mode(Path file, String mode) throws IOException {
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    /** A folder as {@code hub init} leaves it, as far as files and their modes go; the keys are none. */
    private Path folder(String settings) throws IOException {
        var data = new DataFolder(above.resolve("data"));
        data.create();
        for (String name : KEY_FILES) {
            Path file = data.trust().resolve(name);
            Files.createDirectories(file.getParent());
            mode(Files.writeString(file, "none"), "rw-------");
        }
        mode(data.trust(), "rwx------");
        Files.createDirectories(data.trust().resolve("institutions/LU-0053"));
        Files.writeString(data.settings(), settings);
        return data.root();
    }

    private static void refused(Ran ran, int exit, String... texts) {
        assertThat(ran.exit()).as(ran.err()).isEqualTo(exit);
        assertThat(ran.err()).startsWith("hub: ").contains(texts).doesNotContain("\tat ");
        assertThat(ran.err().lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxr-xr-x", "rwx--x---", "rwx----w-"})
    void aFolderThatOthersMayEnter_isRefused_withTheRemedy(String mode) throws IOException {
        Path data = mode(folder(""), mode);
        for (Ran ran : List.of(
                run("start", "--data", data.toString()),
                run("trace", "--ticket", new UUID(0, 0).toString(), "--data", data.toString()),
                run("inbox", "--as", "LU:0053", "--data", data.toString()))) {
            refused(ran, 2, "others may read or change the folder " + data, mode, "run: chmod 700 " + data);
        }
    }

    @Test
    void aFolderAbove_inWhichOthersMayWrite_isRefused_withTheRemedy() throws IOException {
        String data = folder("").toString();
        mode(above, "rwxr-xrwx");
        refused(run("start", "--data", data), 2, "put another in the place of " + data, "run: chmod go-w " + above);
        // As /tmp: only its owner may rename what is his.
        Files.setAttribute(above, "unix:mode", 01777);
        refused(run("dead-letters", "--data", data), 3, "no hub runs on ");
    }

    @Test
    void aFolderAbove_thatIsAnotherUsers_isRefused() throws IOException {
        assumeThat(System.getProperty("user.name"))
                .as("only root gives folders away")
                .isEqualTo("root");
        String data = folder("").toString();
        Files.setOwner(
                above, above.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        refused(run("start", "--data", data), 2, "belongs to nobody, who could put another in the place of " + data);
    }

    /** Also behind a link of one's own, in a folder such as /tmp. */
    @Test
    void aLinkThatIsAnotherUsers_isRefused_withTheRemedy() throws IOException {
        assumeThat(System.getProperty("user.name"))
                .as("only root gives links away")
                .isEqualTo("root");
        String data = folder("").toString();
        Path theirs = Files.createSymbolicLink(
                Files.createDirectory(above.resolve("sticky")).resolve("theirs"), Path.of(data));
        Files.setAttribute(theirs.getParent(), "unix:mode", 01777);
        Path ours = Files.createSymbolicLink(above.resolve("ours"), theirs);
        refused(run("dead-letters", "--data", ours.toString()), 3, "no hub runs on ");
        Files.setAttribute(
                theirs,
                "owner:owner",
                above.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"),
                LinkOption.NOFOLLOW_LINKS);
        for (Path link : List.of(theirs, ours)) {
            refused(
                    run("start", "--data", link.toString()),
                    2,
                    "the link " + theirs + " belongs to nobody",
                    "name the folder itself: --data " + data);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"trust.p12", "hub/sign.p12.password", "hub/tls.p12"})
    void aSecretThatOthersMayRead_isRefused_withTheRemedy(String name) throws IOException {
        Path data = folder("");
        Path file = mode(data.resolve("trust").resolve(name), "rw-r-----");
        if (System.getProperty("user.name").equals("root")) {
            mode(file, "rw----r--"); // root's files may be read by a group, as libpq has it
        }
        refused(run("start", "--data", data.toString()), 2, file + " (rw-", "run: chmod 600 " + file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"trust.p12", "hub/sign.p12", "hub/tls.p12.password"})
    void aKeyFileThatIsMissing_isNamed(String name) throws IOException {
        Path data = folder("");
        Path file = data.resolve("trust").resolve(name);
        Files.delete(file);
        Ran ran = run("start", "--data", data.toString());
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).startsWith("Before the hub can start").contains(name.replace(".password", "") + ": the ");
    }

    @Test
    void aKeyFileOfAnInstitutionThatIsMissing_isNamed() throws IOException {
        Path data = folder("");
        Path sample = Files.write(above.resolve("u1.xml"), Samples.template(Kind.U1));
        for (String command : List.of("sign", "send")) {
            String name = command.equals("sign") ? "sign.p12" : "tls.p12";
            refused(
                    run(command, sample.toString(), "--as", "LU:0053", "--data", data.toString()),
                    2,
                    "the file " + data + "/trust/institutions/LU-0053/" + name + " is missing");
        }
    }

    @Test
    void aPortThatIsTaken_isNamed_withTheSettingThatChangesIt() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path data = folder("amqp.port=" + taken.getLocalPort());
            refused(
                    run("start", "--data", data.toString()),
                    3,
                    "cannot listen on localhost port " + taken.getLocalPort(),
                    "change amqp.host and amqp.port in " + data.resolve("hub.properties"));
        }
    }

    @Test
    void aPortOfTheHttpDoorThatIsTaken_isNamed_withTheSettingThatChangesIt() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path data = folder("amqp.port=0\nweb.port=" + taken.getLocalPort());
            refused(
                    run("start", "--data", data.toString()),
                    3,
                    "cannot listen on localhost port " + taken.getLocalPort(),
                    "change web.host and web.port in " + data.resolve("hub.properties"));
        }
    }

    @Test
    void onePortForBothDoors_isRefused() throws IOException {
        Path data = folder("amqp.port=5671\nweb.port=5671");
        refused(run("start", "--data", data.toString()), 2, "web.port: 5671 is also amqp.port");
    }

    @Test
    void aKeyStoreThatIsDamaged_isNamed_withTheRemedy() throws IOException {
        Path data = folder("amqp.port=0");
        refused(
                run("start", "--data", data.toString()),
                3,
                "store " + data.resolve("trust/"),
                ".p12 cannot be opened: it is damaged",
                "put both back from a copy");
    }

    @Test
    void aHostThatNobodyKnows_isNamed() throws IOException {
        String host = "x".repeat(64); // longer than a name can be, so no name server is asked
        Path data = folder("amqp.host=" + host);
        refused(run("start", "--data", data.toString()), 2, "hub.properties: amqp.host: nobody knows the name " + host);
    }

    @Test
    void aKeyThatTheHubDoesNotKnow_stopsTheStart_andIsNamed() throws IOException {
        Path data = folder("# of a hub\namqp.prot=5671\n");
        refused(
                run("start", "--data", data.toString()),
                2,
                "hub.properties: unknown key(s) [amqp.prot]; the hub knows [amqp.connect-host, amqp.host",
                "(" + data + "/hub.properties, line 2)");
    }

    @Test
    void aFolderOnWhichNoHubRuns_isToldToStartOne_byALineThatCanBeCopied() throws IOException {
        Path data = Files.move(folder(""), above.resolve("it's here"));
        refused(
                run("dead-letters", "--data", data.toString()),
                3,
                "no hub runs on " + data,
                "run: hub start --data '" + above + "/it'\\''s here'");
        Files.writeString(data.resolve("amqp.port"), "1");
        refused(
                run("dead-letters", "--data", data.toString()),
                3,
                "no hub runs on " + data + ": nothing listens on localhost port 1 any more",
                "run: hub start --data");
        refused(
                run("inbox", "--as", "LU:0053", "--data", above + "/none"),
                2,
                "run: hub init --data " + above + "/none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "bench"})
    void aFolderThatSomebodyElseFilled_isNeitherFilledNorEmptied(String command) throws IOException {
        for (Path data : List.of(
                folder(""),
                Files.createDirectories(above.resolve("photos/2026")).getParent())) {
            refused(
                    run(command, "--data", data.toString()),
                    2,
                    "was not made by " + command,
                    "nothing in it is touched");
        }
        assertThat(above.resolve("data/trust/hub/sign.p12")).exists();
        assertThat(above.resolve("photos")).isDirectoryContaining("glob:**2026");
    }

    @Test
    void aBenchEmptiesOnlyWhatItMade_andADemonstrationKeepsItsOwn() throws IOException {
        var folder = new OwnFolder(new DataFolder(above.resolve("bench")), "bench");
        folder.claimEmpty();
        Path old = Files.writeString(
                Files.createDirectory(folder.data().root().resolve("old")).resolve("x"), "");
        folder.claim();
        assertThat(old).exists();
        folder.claimEmpty();
        assertThat(old.getParent()).doesNotExist();
        assertThat(folder.data().root()).isDirectoryContaining("glob:**made-by-bench");
    }

    @Test
    void whatAHubMakes_isItsOwnersAlone() throws IOException {
        var data = new DataFolder(above.resolve("new/hub"));
        data.create();
        data.announce(1);
        for (Path made : List.of(data.root(), data.root().getParent(), data.broker(), data.store(), data.amqpPort())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                    .as("%s", made)
                    .endsWith("------");
        }
    }

    @Test
    void aFileThatIsThere_isNotWrittenOver_andALinkNotFollowed() throws IOException {
        Path sample = Files.write(above.resolve("u1.xml"), Samples.template(Kind.U1));
        Path precious = Files.writeString(above.resolve("precious"), "kept");
        Path link = Files.createSymbolicLink(above.resolve("link"), precious);
        Path nowhere = Files.createSymbolicLink(above.resolve("nowhere"), above.resolve("made-by-a-link"));
        for (Path out : List.of(precious, link, nowhere)) {
            Ran ran = run("translate", sample.toString(), "--to", "U002", "--out", out.toString());
            assertThat(ran.exit()).isEqualTo(2);
            assertThat(ran.err()).contains(out + " exists, and is not written over");
        }
        assertThat(precious).hasContent("kept");
        assertThat(Files.exists(above.resolve("made-by-a-link"), LinkOption.NOFOLLOW_LINKS))
                .isFalse();
        Path fresh = above.resolve("u002.xml");
        assertThat(run("translate", sample.toString(), "--to", "U002", "--out", fresh.toString())
                        .exit())
                .isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fresh)))
                .isEqualTo("rw-------");
        assertThat(above).isDirectoryNotContaining("glob:**.part");
    }
}
