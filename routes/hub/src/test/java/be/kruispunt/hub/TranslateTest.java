package be.kruispunt.hub;

import static be.kruispunt.hub.Ran.run;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.DocumentCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code hub translate} does not hand out. */
class TranslateTest {
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
}
