package be.kruispunt.documents;

import static be.kruispunt.documents.RefusedExample.TYPES;
import static be.kruispunt.documents.RefusedExample.files;
import static be.kruispunt.documents.RefusedExample.folder;
import static be.kruispunt.documents.RefusedExample.text;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.folder.Language;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.outcome.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every folder of a document type that comes with the hub: what it states holds, shown by its own examples. */
class DocumentFoldersTest {
    static List<DocumentType> types() {
        return Fixture.CATALOGUE.types();
    }

    @Test
    void theIndex_listsEveryFolder() throws IOException {
        try (Stream<Path> found = Files.find(TYPES, 3, (file, about) -> file.endsWith("document.yaml"))) {
            assertThat(Files.readString(TYPES.resolve("index.txt"), StandardCharsets.UTF_8)
                            .lines())
                    .containsExactlyInAnyOrderElementsOf(
                            found.map(file -> TYPES.relativize(file.getParent()).toString())
                                    .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void itsExamplesAreTaken_withoutAWarning(DocumentType type) {
        assertThat(Fixture.CATALOGUE.get(type).folder().isAnswer()
                        || !files(folder(type).resolve("examples")).isEmpty())
                .as("it has examples")
                .isTrue();
        assertThat(files(folder(type).resolve("examples"))).allSatisfy(file -> {
            assertThat(Fixture.findings(text(file))).isEmpty();
            assertThat(Fixture.read(text(file)).header().type()).isEqualTo(type);
        });
    }

    @ParameterizedTest
    @MethodSource("types")
    void anExampleThatBreaksARule_hasThatFinding_andNoOther(DocumentType type) {
        var broken = new HashSet<String>();
        assertThat(RefusedExample.of(type)).allSatisfy(example -> {
            broken.add(example.code());
            assertThat(Fixture.findings(example.message())).isNotEmpty().allSatisfy(finding -> {
                assertThat(finding.code()).isEqualTo(example.code());
                requirePlace(type, finding, example.message());
            });
        });
        Set<String> own = new HashSet<>();
        Fixture.CATALOGUE.get(type).folder().rules().forEach(line -> own.add(line.text("code")));
        assertThat(broken).containsAll(own);
    }

    /** Its path leads from the root of the form to an element that begins on its line. */
    private static void requirePlace(DocumentType type, Finding finding, String message) {
        String[] names = finding.path().split("/", -1);
        assertThat(names[1]).isEqualTo(type.code());
        assertThat(message.lines().toList().get(finding.line() - 1))
                .contains(names[names.length - 1].replaceFirst("\\[.*", ""));
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatIsFound_isSaidInFourLanguages(DocumentType type) {
        assertThat(RefusedExample.of(type)).allSatisfy(example -> {
            IncomingDocument document = Fixture.read(example.message());
            var said = new HashSet<String>();
            for (Language language : Language.values()) {
                Finding finding = Fixture.VALIDATOR
                        .validate(document, language)
                        .findings()
                        .getFirst();
                said.add(finding.message());
                assertThat(finding.message()).isNotBlank().doesNotContain("{");
                assertThat(finding.remedy()).isNotBlank().doesNotContain("{");
            }
            assertThat(said).hasSize(Language.values().length);
        });
    }
}
