package be.kruispunt.hub;

import static be.kruispunt.hub.Ran.run;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.model.id.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What {@code hub translate} hands out, and what it does not. */
@Execution(ExecutionMode.CONCURRENT)
class TranslateTest {
    private static final Path TYPES = Path.of(System.getProperty("kruispunt.root", ""))
            .resolve("schemas/documents/src/main/resources/be/kruispunt/documents/types");

    /** A S072 that refuses says nothing of a cover, which a S1 is about. */
    @Test
    void whatTheHubWouldNotDeliver_isRefused_withItsFindings(@TempDir Path folder) throws IOException {
        Path death = folder.resolve("s072.xml");
        try (var in = DocumentCatalogue.class.getResourceAsStream("types/s072/4.2/examples/refused-death.xml")) {
            Files.copy(in, death);
        }
        Path target = folder.resolve("s1.xml");
        Ran ran = run("translate", death.toString(), "--to", "S1", "--out", target.toString());
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("NO_TRANSLATION", "as S1 1.0 the document would break its own rules", "Cover");
        assertThat(target).doesNotExist();
    }

    /** Every example of every type, as every type that it can be turned into. */
    @Test
    void whatIsWritten_isValid_asHubValidateSees(@TempDir Path folder) throws IOException {
        int written = 0;
        for (Path example : examples()) {
            for (String type : targets(example)) {
                Path target = folder.resolve(written + ".xml");
                if (run("translate", example.toString(), "--to", type, "--out", target.toString())
                                .exit()
                        == 0) {
                    written++;
                    Ran ran = run("validate", target.toString());
                    assertThat(ran.exit())
                            .as("%s as %s: %s", example, type, ran.out())
                            .isZero();
                }
            }
        }
        assertThat(written).isGreaterThan(20);
    }

    private static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.walk(TYPES)) {
            return files.filter(file -> TYPES.relativize(file).toString().matches(".*/examples/[^/]*[.]xml"))
                    .sorted()
                    .toList();
        }
    }

    /** As the command itself lists them to who asks for another. */
    private static List<String> targets(Path example) {
        Matcher list = Pattern.compile("turned into \\[([^]]*)]")
                .matcher(run("translate", example.toString(), "--to", "?").err());
        return list.find() && !list.group(1).isEmpty() ? List.of(list.group(1).split(", ", -1)) : List.of();
    }

    @Test
    void whatIsWritten_saysWhatItWasMadeOf_andWhatItLeavesOut(@TempDir Path folder) throws IOException {
        Path original = TYPES.resolve("u1/1.0/examples/u1.xml");
        Path once = folder.resolve("u002.xml");
        assertThat(run("translate", original.toString(), "--to", "U002", "--out", once.toString())
                        .exit())
                .isZero();
        String digest = Digest.of(Files.readAllBytes(original)).hex();
        assertThat(Files.readString(once)).contains(">U1 1.0<", ">" + digest + "<", ">NOT_CARRIED<");

        Path back = folder.resolve("u1.xml");
        assertThat(run("translate", once.toString(), "--to", "U1", "--out", back.toString())
                        .exit())
                .isZero();
        assertThat(Files.readString(back)).contains(">U1 1.0<", ">" + digest + "<");
    }
}
