package be.kruispunt.documents;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.folder.Language;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.outcome.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every folder of a document type that comes with the hub: what it states holds, shown by its own examples. */
class DocumentFoldersTest {
    private static final Path TYPES = Path.of(System.getProperty("kruispunt.root", ""))
            .resolve("schemas/documents/src/main/resources/be/kruispunt/documents/types");

    static List<DocumentType> types() {
        return Fixture.CATALOGUE.types();
    }

    private static Path folder(DocumentType type) {
        return TYPES.resolve(type.code().toLowerCase(Locale.ROOT)).resolve(type.version());
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        assertThat(files(folder(type).resolve("examples/refused"))).allSatisfy(file -> {
            String code = code(type, file.getFileName().toString().replace(".xml", ""));
            broken.add(code);
            assertThat(Fixture.findings(text(file))).isNotEmpty().allSatisfy(finding -> assertThat(finding.code())
                    .isEqualTo(code));
        });
        Set<String> own = new HashSet<>();
        Fixture.CATALOGUE.get(type).folder().rules().forEach(line -> own.add(line.text("code")));
        assertThat(broken).containsAll(own);
    }

    private static String code(DocumentType type, String name) {
        return Fixture.CATALOGUE.get(type).ruleCodes().stream()
                .filter(code -> name.equals(code) || name.startsWith(code + "-"))
                .max(Comparator.comparing(String::length))
                .orElseThrow(() -> new AssertionError(type + " has no rule " + name));
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatIsFound_isSaidInFourLanguages(DocumentType type) {
        assertThat(files(folder(type).resolve("examples/refused"))).allSatisfy(file -> {
            IncomingDocument document = Fixture.read(text(file));
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
