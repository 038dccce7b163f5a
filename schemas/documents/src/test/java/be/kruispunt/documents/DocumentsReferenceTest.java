package be.kruispunt.documents;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.folder.DocumentFolder;
import be.kruispunt.documents.folder.Fields;
import be.kruispunt.documents.folder.Language;
import be.kruispunt.model.message.DocumentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The reference of the types is printed from their folders; {@code -Dkruispunt.print=true} prints it anew. */
class DocumentsReferenceTest {
    private static final Path DOCS =
            Path.of(System.getProperty("kruispunt.root", "")).resolve("docs/reference");
    private static final Path PRINTED = DOCS.resolve("document-types.md");
    private static final String HEAD =
            """
            # Document types

            Every type that comes with the hub, printed from its folder. What is true of all of them, and the rules of all documents, are in
            [documents](documents.md); how a type is added in [add a document type](../add-a-document-type.md).
            """;

    @Test
    void thePage_isThatOfTheFolders() throws IOException {
        var page = new StringBuilder(HEAD);
        for (DocumentType type : Fixture.CATALOGUE.types()) {
            print(Fixture.CATALOGUE.get(type).folder(), page);
        }
        if (Boolean.getBoolean("kruispunt.print")) {
            Files.writeString(PRINTED, page);
        }
        assertThat(Files.readString(PRINTED)).isEqualTo(page.toString());
    }

    @Test
    void theRulesOfAllDocuments_areInTheReference() throws IOException {
        assertThat(Fixture.CATALOGUE.get(DocumentCatalogue.U1_1_0).ruleCodes())
                .filteredOn(code -> !code.startsWith("U1-") && !code.equals("ISSUER-MISMATCH"))
                .allSatisfy(code -> assertThat(Files.readString(DOCS.resolve("documents.md")))
                        .contains("| `" + code + "` |"));
    }

    private static void print(DocumentFolder folder, StringBuilder page) {
        page.append("\n## ").append(folder.type()).append("\n\n");
        page.append(folder.title())
                .append(" (")
                .append(String.join("; ", folder.legal()))
                .append(").");
        page.append(" From ")
                .append(folder.issuer())
                .append(", to ")
                .append(folder.reader())
                .append('.');
        if (!folder.formerly().isEmpty()) {
            page.append(" Was ").append(String.join(", ", folder.formerly())).append('.');
        }
        page.append(" `").append(folder.root().getNamespaceURI()).append("`, `");
        page.append(folder.root().getLocalPart()).append("`.\n");
        rules(folder, page);
        boxes(folder, page);
    }

    private static void rules(DocumentFolder folder, StringBuilder page) {
        Map<String, String> rules = new LinkedHashMap<>();
        for (Fields line : folder.rules()) {
            rules.put(line.text("code"), line.text("severity"));
        }
        if (!rules.isEmpty()) {
            page.append("\n| Rule | Severity | Finds |\n|---|---|---|\n");
            rules.forEach((code, severity) -> page.append("| `" + code + "` | " + severity + " | "
                    + word(folder, "rule." + code + ".text").replaceAll("[{]([a-z]+)[}]", "...") + " |\n"));
        }
    }

    private static void boxes(DocumentFolder folder, StringBuilder page) {
        if (!folder.boxes().isEmpty()) {
            page.append("\n| Box | What | Where |\n|---|---|---|\n");
            folder.boxes()
                    .forEach((path, box) ->
                            page.append("| " + box + " | " + word(folder, "box." + box) + " | `" + path + "` |\n"));
        }
    }

    private static String word(DocumentFolder folder, String key) {
        return folder.labels().find(Language.EN, key).orElseThrow();
    }
}
