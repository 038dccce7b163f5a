package be.kruispunt.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.documents.ReadDocument;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.message.LossReport;
import be.kruispunt.translation.Translation.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TablesTest {
    private static final DocumentType U1 = DocumentType.of("U1", "1.0");
    private static final DocumentType U002 = DocumentType.of("U002", "4.2");
    private static final DocumentType U004 = DocumentType.of("U004", "4.2");
    private static final DocumentType U017 = DocumentType.of("U017", "4.2");
    private static final DocumentType U001 = DocumentType.of("U001", "4.2");
    private static final DocumentType U003 = DocumentType.of("U003", "4.2");
    private static final DocumentType BL1 = DocumentType.of("BL1", "1.0");

    private final Translator translator = Translator.standard(DocumentCatalogue.standard());

    /** Holds every path, leaf, reason, block, list and hook of every table against the schemas of both sides. */
    @Test
    void everyTableLoads_inBothDirections() {
        translator.tables().compileAll();
    }

    @Test
    void whoTakesSeveralTypes_getsWhatThereIsATableFor_andTheMostThatBelongsTogether() {
        assertThat(target(U1, BL1, U002)).contains(List.of(U002));
        assertThat(target(U1, U002, U004)).contains(List.of(U002, U004));
        assertThat(target(U1, U017, U004)).contains(List.of(U017, U004));
        assertThat(target(U1, U017, U004, U002)).contains(List.of(U002, U004));
        assertThat(target(U002, U1)).contains(List.of(U1));
        assertThat(target(U004, U1)).isEmpty();
        assertThat(target(U1, BL1)).isEmpty();
        assertThat(target(U1, U1)).isEmpty();
        assertThat(translator.companions(U004)).containsExactly(List.of(U002, U004), List.of(U017, U004));
        assertThat(translator.companions(U017)).containsExactly(List.of(U017, U004));
        assertThat(translator.targets(Schemas.empty(U1))).contains(List.of(U002), List.of(U002, U004));
    }

    private Optional<List<DocumentType>> target(DocumentType from, DocumentType... taken) {
        return translator.target(List.of(Schemas.empty(from)), List.of(taken));
    }

    /** Beside a hub at work: a line of the index that was not there when it started. */
    @Test
    void aTableOfTheOperators_isUsedFromWhenItStandsInTheIndex(@TempDir Path folder) throws IOException {
        Translator own = Translator.with(DocumentCatalogue.standard(), folder);
        List<ReadDocument> u003 = List.of(Schemas.empty(U003));
        assertThat(own.target(u003, List.of(U001))).isEmpty();

        Files.writeString(folder.resolve("own.yaml"), "form: {U003: '4.2'}\nsed: {U001: '4.2'}\nrows: []\n");
        Files.writeString(folder.resolve("index.txt"), "own.yaml U003/4.2 > U001/4.2\n");
        assertThatExceptionOfType(TableRefused.class)
                .isThrownBy(() -> own.target(u003, List.of(U001)))
                .withMessageContaining("own.yaml, read from form:")
                .withMessageContaining("no row is about it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"own.yaml", "own.yaml U003/4.2 = U001/4.2", "own.yaml U003 > U001/4.2", "own.yaml U003/4.2 >"})
    void aLineOfTheIndexThatNamesNoPair_isRefused_withWhatALineIs(String line, @TempDir Path folder)
            throws IOException {
        Files.writeString(folder.resolve("index.txt"), line + "\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Translator.with(DocumentCatalogue.standard(), folder))
                .withMessageContaining("own-u002.yaml U1/1.0 <> U002/4.3")
                .withMessageEndingWith("and not " + line);
    }

    @Test
    void refusesAPairThatItDoesNotKnow() {
        var u1 = Schemas.empty(U1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> translator.translate(List.of(u1), List.of(BL1), Optional.empty()))
                .withMessage("there is no translation of [U1 1.0] into [BL1 1.0]");
    }

    @Test
    void aTranslationShowsNoContent() {
        var written =
                new Written(U002, Schemas.parse("<U002>79.04.12-037.29</U002>").getDocumentElement());
        assertThat(new Translation(List.of(written), new LossReport(List.of(U1), U002, List.of()), List.of()))
                .hasToString("[U1 1.0] as [U002 4.2]");
    }
}
