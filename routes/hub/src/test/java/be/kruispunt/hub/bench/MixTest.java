package be.kruispunt.hub.bench;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.documents.DocumentValidator;
import be.kruispunt.documents.MessageReader;
import be.kruispunt.documents.MessageWriter;
import be.kruispunt.documents.Validation;
import be.kruispunt.documents.xml.Limits;
import be.kruispunt.documents.xml.Unreadable;
import be.kruispunt.hub.sample.DemonstrationRegister;
import be.kruispunt.hub.sample.Forms;
import be.kruispunt.hub.sample.Forms.Envelope;
import be.kruispunt.model.cases.ProcessCatalogue;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.translation.Translator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the bench can send. */
class MixTest {
    private static final DocumentCatalogue CATALOGUE = DocumentCatalogue.standard();
    private static final Translator TRANSLATOR = Translator.standard(CATALOGUE);

    static List<Form> all() {
        return Form.ALL;
    }

    private static Validation validated(Form form) throws Unreadable {
        BenchRegister register = BenchRegister.of(1, 2, Mix.of(form.name()));
        var envelope =
                Envelope.to(register.senders().getFirst(), DemonstrationRegister.RVA, form.process(), form.purpose());
        byte[] message = new MessageWriter(CATALOGUE)
                .serialise(new Forms(InstantSource.system())
                        .example(
                                form.example(),
                                envelope,
                                Map.of(
                                        form.named().digits(),
                                        register.persons().getLast().digits())));
        return new DocumentValidator(CATALOGUE).validate(new MessageReader(CATALOGUE, Limits.STANDARD).read(message));
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyForm_isTakenWithoutAFinding_andBecomesWhatItSays(Form form) throws Unreadable {
        Validation validation = validated(form);
        assertThat(validation.findings()).isEmpty();
        var document = validation.document().orElseThrow();
        assertThat(document.type()).isEqualTo(form.type());

        List<DocumentType> taken = form.becomes();
        assertThat(
                        taken.contains(form.type())
                                ? List.of(form.type())
                                : TRANSLATOR.target(List.of(document), taken).orElseThrow())
                .isEqualTo(taken);
        assertThat(ProcessCatalogue.standard()
                        .find(form.process())
                        .orElseThrow()
                        .starters())
                .contains(document.facts().act());
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyForm_isToldOfInTheDocumentation(Form form) throws IOException {
        Path page = Path.of(System.getProperty("kruispunt.root", "../..")).resolve("docs/operate/bench.md");
        assertThat(Files.readString(page)).contains("| `" + form.name() + "` |");
    }

    @Test
    void aMix_isSaidAsItIsRead() {
        assertThat(Mix.of("S1, U1:2,BL1:3")).hasToString("U1:2,S1:1,BL1:3");
        assertThat(Mix.of("A1,U1-U002-U004")).hasToString("U1-U002-U004:1,A1:1");
    }
}
