package be.kruispunt.hub;

import static be.kruispunt.hub.Ran.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why the hub would refuse a file, in the language that is asked for. */
class ValidateInLanguagesTest {
    private static final Path U1 = Path.of(System.getProperty("kruispunt.root", ""))
            .resolve("schemas/documents/src/main/resources/be/kruispunt/documents/types/u1/1.0/examples/u1.xml");

    @Test
    void whatCannotBeRead(@TempDir Path folder) throws IOException {
        String broken = file(folder, "<broken>");
        assertThat(run("validate", broken).out()).contains("MALFORMED: the body is not well-formed XML");
        assertThat(run("validate", broken, "--lang", "nl").out())
                .contains("MALFORMED: de inhoud is geen welgevormde XML", "remedy: verbeter de genoemde plaats");
        assertThat(run("validate", broken, "--lang", "fr").out()).contains("MALFORMED: le contenu n'est pas du XML");
        assertThat(run("validate", broken, "--lang", "de", "--json")
                        .json()
                        .path("meaning")
                        .asText())
                .startsWith("der Inhalt ist kein");
    }

    @Test
    void whatTheProcessDoesNotHave(@TempDir Path folder) throws IOException {
        String misplaced = file(folder, Files.readString(U1).replace(">PD_U1<", ">UB_BUC_01<"));
        assertThat(run("validate", misplaced).out()).contains("the process UB_BUC_01 has no U1; it has H001");
        assertThat(run("validate", misplaced, "--lang", "nl").out())
                .contains("het proces UB_BUC_01 heeft geen U1; het heeft H001");
        String unknown = file(folder, Files.readString(U1).replace(">PD_U1<", ">PD_U9<"));
        assertThat(run("validate", unknown, "--lang", "de").out())
                .contains("der Hub kennt den Prozess PD_U9 nicht; er kennt PD_");
    }

    private static String file(Path folder, String content) throws IOException {
        return Files.writeString(folder.resolve("message.xml"), content).toString();
    }
}
