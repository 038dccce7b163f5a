package be.kruispunt.hub;

import static be.kruispunt.hub.Ran.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a hub is made and where not, and what it says that is not whole yet. */
class InitTest {
    private static final String[] FOR_REAL = {"--empty", "--hub-id", "BE:0999999922"};

    private final Path folder;

    InitTest() throws IOException {
        Path tmp = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
        Files.createDirectories(tmp);
        folder = Files.createTempDirectory(tmp, "init");
    }

    private Ran init(String... options) {
        var arguments = new ArrayList<>(List.of("init", "--data", folder.toString()));
        arguments.addAll(List.of(options));
        return run(arguments.toArray(String[]::new));
    }

    @Test
    void aFolderOfSomebodyElse_isNotTouched() throws IOException {
        Files.writeString(folder.resolve("letters.txt"), "mine");
        assertThat(init())
                .returns(2, Ran::exit)
                .extracting(Ran::err)
                .asString()
                .contains("is not empty and holds no hub, so nothing in it is touched");
        assertThat(folder).isDirectoryContaining("glob:**letters.txt");
    }

    /** Nobody is told to make a hub where he cannot see whether there is one. Links that go round are so for every user, root too. */
    @Test
    void aFolderIntoWhichNobodyCanLook_isNotSaidToHoldNoHub() throws IOException {
        Path round = folder.resolve("round");
        String data = Files.createSymbolicLink(round, round).resolve("data").toString();
        for (Ran ran : List.of(
                run("init", "--data", data), run("start", "--data", data), run("rights", "status", "--data", data))) {
            assertThat(ran)
                    .returns(2, Ran::exit)
                    .extracting(Ran::err)
                    .asString()
                    .contains("whether there is a hub in " + data + " cannot be seen (", "correct --data")
                    .doesNotContain("hub init");
        }
    }

    @Test
    void halfADemonstration_isNotCompletedAsAHubForReal_norTheOtherWayRound() throws IOException {
        Files.createDirectories(folder.resolve("trust/hub"));
        assertThat(init(FOR_REAL))
                .returns(2, Ran::exit)
                .extracting(Ran::err)
                .asString()
                .contains("repeat without --empty, or begin again: rm -r " + folder);
        Files.createFile(folder.resolve("trust/hub/sign.csr"));
        assertThat(init()).returns(2, Ran::exit).extracting(Ran::err).asString().contains("repeat with --empty");
    }

    @Test
    void aHubForReal_wantsAnIdThatIsOne() {
        assertThat(init("--empty"))
                .returns(2, Ran::exit)
                .extracting(Ran::err)
                .asString()
                .contains("--hub-id");
        assertThat(init("--empty", "--hub-id", "BE:0999999923"))
                .returns(2, Ran::exit)
                .extracting(Ran::err)
                .asString()
                .contains("enterprise number: the check digits do not fit");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void startSaysEverythingThatIsMissing_andHowToMakeIt() throws IOException {
        Files.writeString(folder.resolve("hub.properties"), "amqp.port=0\n");
        Ran start = run("start", "--data", folder.toString());
        assertThat(start.exit()).isEqualTo(2);
        assertThat(start.err())
                .contains(
                        "4 things are missing",
                        "hub/sign.p12: ",
                        "hub/tls.p12: ",
                        "trust.p12: ",
                        "revoked.crl: ",
                        "openssl pkcs12 -export -inkey hub/sign.key",
                        "keytool -importcert");
    }

    @Test
    void inventedPeople_areNotPutIntoAHubForReal() throws IOException {
        Files.writeString(folder.resolve("hub.properties"), "amqp.port=0\n");
        assertThat(run("rights", "load", "--population", "10", "--data", folder.toString()))
                .returns(2, Ran::exit)
                .extracting(Ran::err)
                .asString()
                .contains("this hub is one for real");
        assertThat(folder.resolve("store")).doesNotExist();
    }
}
