package be.kruispunt.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.kruispunt.documents.folder.FolderRefused;
import be.kruispunt.model.message.DocumentType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operator's folder of document types: another version of a type, and what is refused about one. */
class OwnFolderTest {
    private static final DocumentType OWN = DocumentType.of("U002", "7.1");

    @TempDir
    Path own = Path.of("");

    @BeforeEach
    void anotherVersionOfU002() throws IOException {
        Path types = Path.of(System.getProperty("kruispunt.root", ""))
                .resolve("schemas/documents/src/main/resources/be/kruispunt/documents/types/u002/4.2");
        try (Stream<Path> files = Files.walk(types)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy =
                        own.resolve("u002/7.1").resolve(types.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.writeString(
                        copy,
                        Files.readString(file)
                                .replace("urn:kruispunt:eessi:u002:4.2", "urn:example:official:u002:7.1")
                                .replace("version: \"4.2\"", "version: \"7.1\""));
            }
        }
    }

    private DocumentDefinition read() {
        return DocumentCatalogue.with(own).get(OWN);
    }

    @Test
    void anotherVersionWithAnotherNamespace_isAType_withSharedTypesOfTheArchive() {
        DocumentCatalogue catalogue = DocumentCatalogue.with(own);
        assertThat(catalogue.types()).contains(OWN, DocumentCatalogue.U002_4_2);
        assertThat(catalogue.get(OWN).root().getNamespaceURI()).isEqualTo("urn:example:official:u002:7.1");
        assertThat(catalogue.get(OWN).ruleCodes()).contains("PERSON-NUMBER-INVALID", "U002-OTHER-REASON");
        catalogue.get(OWN).prepare();
    }

    @Test
    void aTypeThatIsPutThereLater_isFound_whenItIsAskedFor() throws IOException {
        Path aside = own.resolve("aside");
        Files.move(own.resolve("u002"), aside);
        DocumentCatalogue catalogue = DocumentCatalogue.with(own);
        assertThat(catalogue.find(OWN)).isEmpty();
        Files.move(aside, own.resolve("u002"));
        assertThat(catalogue.find(OWN)).isPresent();
    }

    /** So are versions switched, and so are files mounted into a container. */
    @Test
    void aTypeThatALinkLeadsTo_isOne(@TempDir Path elsewhere) throws IOException {
        Path u002 = Files.move(own.resolve("u002"), elsewhere.resolve("u002"));
        Files.createSymbolicLink(own.resolve("u002"), u002);
        DocumentCatalogue.with(own).requireSound();
        assertThat(DocumentCatalogue.with(own).types()).contains(OWN);
    }

    @Test
    void aLinkThatLeadsBack_isRefused_withItsPlace() throws IOException {
        Path back = Files.createSymbolicLink(own.resolve("u002/back"), own);
        assertThatThrownBy(DocumentCatalogue.with(own)::types)
                .isInstanceOf(FolderRefused.class)
                .hasMessageContaining(back.toString())
                .hasMessageContaining("take away a link that leads back");
    }

    @Test
    void aTypeThatComesWithTheHub_isNotReplaced() throws IOException {
        Files.move(own.resolve("u002/7.1"), own.resolve("u002/4.2"));
        DocumentCatalogue catalogue = DocumentCatalogue.with(own);
        assertThat(catalogue.get(DocumentCatalogue.U002_4_2).root().getNamespaceURI())
                .startsWith("urn:kruispunt:");
        assertThatThrownBy(catalogue::types)
                .isInstanceOf(FolderRefused.class)
                .hasMessageContaining("U002 4.2")
                .hasMessageContaining("another version");
    }

    /** Whoever put the folder there means that it is used. */
    @Test
    void aFolderWithoutItsYaml_andOneThatIsNamedOtherwise_areRefused_beforeAMessageComes() throws IOException {
        DocumentCatalogue.with(own).requireSound();
        Files.createDirectories(own.resolve("schemes/old"));
        Files.createDirectories(own.resolve(".git/1.0"));
        DocumentCatalogue.with(own).requireSound();

        Path yaml = Files.createDirectories(own.resolve("u002/7.2")).resolve("document.yaml");
        assertUnsound(yaml + ": the file is missing, so that this folder is no document type; add it");
        Files.delete(yaml.getParent());
        Files.move(own.resolve("u002"), own.resolve("U002"));
        assertUnsound(own.resolve("U002/7.1") + ": not where a type is looked for; name it u002/7.1");
        Files.move(own.resolve("U002/7.1"), own.resolve("u002"));
        assertUnsound(own.resolve("u002") + ": no code and version; name it as u002/4.1");
    }

    private void assertUnsound(String told) {
        assertThatThrownBy(DocumentCatalogue.with(own)::requireSound)
                .isInstanceOf(FolderRefused.class)
                .hasMessageStartingWith(told);
    }

    /** What is changed in a file, and what the refusal says of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "document.yaml | title: | titel: | titel: there is no such key",
                "document.yaml | legal: [987/2009 art. 54(1)] | | legal: the key is missing",
                "document.yaml | code: U002\\n | code: U003\\n | code: not what the folder is named after",
                "document.yaml | root: U002 | root: U003 | declares no element",
                "document.yaml | currency: currency/value, from | currency: money/value, from | meanings,"
                        + " Periods/UninsuredEmployment/IncomeAndHours: the schema declares no money/value",
                "document.yaml | is: money | is: monney | there is no meaning monney",
                "document.yaml | at: LastEmployment, | at: LastEmploiment, | rules, 2, at: the schema declares no"
                        + " LastEmploiment",
                "document.yaml | rule: together | rule: allTogether | rules, 3, rule: there is no rule allTogether",
                "document.yaml | of: [amount, currency] | of: [amount, coin] | rules, 3, of: the schema declares no"
                        + " coin",
                "document.yaml | path: reasonTermination/value | path: reason/value | when, path: the schema declares"
                        + " no reason/value",
                "document.yaml | of: [amount, currency] | off: [amount, currency] | off: there is no such key",
                "document.yaml | severity: error, rule: together | severity: fatal, rule: together | severity: neither"
                        + " error nor warning",
                "document.yaml | code: U002-OTHER-REASON | code: U3-OTHER-REASON | U3-OTHER-REASON",
                "document.yaml | code: U002-OTHER-REASON | code: U002-NEW | no example breaks U002-NEW",
                "document.yaml | rules: | rules: [ | no YAML",
                "labels_fr.properties | title= | titel= | titel is missing, which another language has",
                "labels_de.properties | rule.U002-NO-PERIOD.text= | rule.U002-NONE.text= | rule.U002-NONE.text is"
                        + " missing",
                "schema.xsd | ../../shared/eessi-blocks | http://example.org/eessi-blocks | outside the folder",
                "schema.xsd | ../../shared/eessi-blocks | ../../../shared/eessi-blocks | missing",
                "schema.xsd | <xs:annotation> | <xs:annotation | u002/7.1/schema.xsd: no XML, line 6",
            })
    void whatIsWrong_isNamedWithFilePlaceAndRemedy(String file, String text, String by, String told)
            throws IOException {
        Path changed = own.resolve("u002/7.1").resolve(file);
        String was = Files.readString(changed);
        String wanted = text.replace("\\n", "\n");
        assertThat(was).contains(wanted);
        Files.writeString(changed, was.replace(wanted, by == null ? "" : by.replace("\\n", "\n")));
        assertThatThrownBy(this::read)
                .isInstanceOf(FolderRefused.class)
                .hasMessageContaining(told)
                .hasMessageContaining("; ");
    }

    @Test
    void aBoxWithoutALabel_andALabelWithoutABox() throws IOException {
        Path yaml = own.resolve("u002/7.1/document.yaml");
        Files.writeString(yaml, Files.readString(yaml).replace("meanings:", "boxes:\n  Periods: \"2\"\nmeanings:"));
        assertThatThrownBy(this::read).hasMessageContaining("box.2 is missing");
        forEachLanguage("\nbox.2=Periods\nbox.3=None\n");
        assertThatThrownBy(this::read).hasMessageContaining("box.3 belongs to no box");
    }

    private void forEachLanguage(String lines) {
        Stream.of("nl", "fr", "de", "en").forEach(language -> {
            Path labels = own.resolve("u002/7.1/labels_" + language + ".properties");
            try {
                Files.writeString(labels, Files.readString(labels) + lines);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
