package be.kruispunt.translation;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.message.LossReport;
import be.kruispunt.model.message.LossReport.Line;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/**
 * Translations that a person has read: the document and the loss report, side by side with their source. With
 * {@code -Dgolden.write=true} the files are written anew; read them before committing them.
 */
class GoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final Optional<Issue> ISSUE =
            Optional.of(new Issue(InstitutionId.of("LU:0053"), LocalDate.of(2026, 10, 5)));

    private final Translator translator = Translator.standard(DocumentCatalogue.standard());

    @ParameterizedTest
    @CsvSource({
        "u1-every-box, U1/1.0, U002/4.2",
        "u1-every-box.as-u002, U002/4.2, U1/1.0",
        "u002-every-element, U002/4.2, U1/1.0",
    })
    void aDocumentInWhichEverythingIsFilled(String name, String from, String to) {
        DocumentType target = Schemas.type(to);
        Element source = source(name + ".xml", Schemas.type(from));
        Translation translation =
                translator.translate(List.of(Schemas.document(Schemas.type(from), source)), List.of(target), ISSUE);
        Element written = translation.documents().getFirst().payload();
        assertThat(Schemas.problem(target, written)).isEmpty();
        String result = name + ".as-" + target.code().toLowerCase(Locale.ROOT);
        compareText(result + ".xml", text(written));
        compareText(result + ".txt", text(translation.report()));
    }

    private static Element source(String file, DocumentType type) {
        URL url = Objects.requireNonNull(GoldenTest.class.getResource("/golden/" + file), file);
        Element root = Schemas.parse(url).getDocumentElement();
        assertThat(Schemas.problem(type, root)).isEmpty();
        return root;
    }

    private static void compareText(String file, String text) {
        try {
            if (Boolean.getBoolean("golden.write")) {
                Files.writeString(FOLDER.resolve(file), text);
            }
            assertThat(text).isEqualTo(Files.readString(FOLDER.resolve(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(LossReport report) {
        StringBuilder text = new StringBuilder();
        text.append(report.from().getFirst()).append(" as ").append(report.to()).append('\n');
        for (Line line : report.lines()) {
            text.append("\n%-7s %-8s %s\n".formatted(line.fate(), line.box(), line.source()));
            if (!line.target().isEmpty()) {
                text.append("%-17s-> %s\n".formatted("", line.target()));
            }
            if (!line.reason().isEmpty()) {
                text.append("%-17s%s\n".formatted("", line.reason()));
            }
        }
        return text.toString();
    }

    private static String text(Element document) {
        try {
            Transformer transformer = TransformerFactory.newInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.INDENT, "yes");
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            transformer.setOutputProperty("{http://xml.apache.org/xslt}indent-amount", "2");
            StringWriter text = new StringWriter();
            transformer.transform(new DOMSource(document), new StreamResult(text));
            return text.toString();
        } catch (TransformerException e) {
            throw new AssertionError(e);
        }
    }
}
