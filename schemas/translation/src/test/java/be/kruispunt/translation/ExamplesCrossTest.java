package be.kruispunt.translation;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.documents.DocumentValidator;
import be.kruispunt.documents.IncomingDocument;
import be.kruispunt.documents.MessageReader;
import be.kruispunt.documents.ReadDocument;
import be.kruispunt.documents.xml.Limits;
import be.kruispunt.documents.xml.Unreadable;
import be.kruispunt.model.message.DocumentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Every example of every folder, through every table that is for it: what comes of it follows the schema of its type. */
class ExamplesCrossTest {
    private static final Path TYPES = Path.of(System.getProperty("kruispunt.root", ""))
            .resolve("schemas/documents/src/main/resources/be/kruispunt/documents/types");

    private final DocumentCatalogue catalogue = DocumentCatalogue.standard();
    private final MessageReader reader = new MessageReader(catalogue, Limits.STANDARD);
    private final DocumentValidator validator = new DocumentValidator(catalogue);
    private final Translator translator = Translator.standard(catalogue);

    /** What the other side has no words for; the hub refuses to translate it. */
    private static final List<String> UNSAYABLE = List.of(
            // A ground that is none of the statuses of an A1.
            "a010/4.2 complete as A1",
            // Without the date of birth, for which the paper has no box.
            "bl1/1.0 bl1-a as S072",
            "bl1/1.0 bl1-b as S073",
            // An entitlement that is refused.
            "s072/4.2 refused-death as S1",
            "s072/4.2 refused-other-reason as S1",
            "s072/4.2 refused-other-state as S1");

    @Test
    void everyExampleIsTranslated_whateverTheOtherSideCanSay() throws IOException, Unreadable {
        var unsayable = new TreeSet<String>();
        int translated = 0;
        for (DocumentType type : catalogue.types()) {
            String name = type.code().toLowerCase(Locale.ROOT) + "/" + type.version();
            for (Path example : examples(TYPES.resolve(name).resolve("examples"))) {
                IncomingDocument message = reader.read(Files.readAllBytes(example));
                ReadDocument document = validator.validate(message).document().orElseThrow();
                for (List<DocumentType> target : translator.targets(document)) {
                    translated++;
                    Element written = translator
                            .translate(List.of(document), target, Optional.of(Issue.of(message.header())))
                            .documents()
                            .getFirst()
                            .payload();
                    if (!Schemas.problem(target.getFirst(), written).isEmpty()) {
                        String file =
                                Objects.requireNonNull(example.getFileName()).toString();
                        unsayable.add(name + " " + file.replace(".xml", "") + " as "
                                + target.getFirst().code());
                    }
                }
            }
        }
        assertThat(translated).isGreaterThan(20);
        assertThat(unsayable).containsExactlyElementsOf(UNSAYABLE);
    }

    private static List<Path> examples(Path folder) throws IOException {
        var examples = new ArrayList<Path>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(Files::isRegularFile).sorted().forEach(examples::add);
            }
        }
        return examples;
    }
}
