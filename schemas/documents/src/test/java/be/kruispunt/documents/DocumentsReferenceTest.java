package be.kruispunt.documents;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.message.DocumentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DocumentsReferenceTest {
    private static final Pattern RULE = Pattern.compile("(?m)^\\| `([A-Z0-9]+(?:-[A-Z0-9]+)+)` \\|");

    private static String reference() throws IOException {
        return Files.readString(Path.of(System.getProperty("kruispunt.root", ""), "docs/reference/documents.md"));
    }

    @Test
    void theReferenceAndTheCode_nameTheSameRules() throws IOException {
        var inCode = new TreeSet<String>();
        for (DocumentType type : Fixture.CATALOGUE.types()) {
            inCode.addAll(Fixture.CATALOGUE.get(type).ruleCodes());
        }
        var inReference = RULE.matcher(reference())
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(inReference).isEqualTo(inCode);
    }

    @Test
    void theReference_namesEveryTypeWithItsNamespace() throws IOException {
        String reference = reference();
        for (DocumentType type : Fixture.CATALOGUE.types()) {
            assertThat(reference)
                    .contains("| " + type + " |")
                    .contains("`" + Fixture.CATALOGUE.get(type).root().getNamespaceURI() + "`");
        }
    }
}
