package be.kruispunt.translation;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.jaxb.u002.U002;
import be.kruispunt.documents.jaxb.u1.U1;
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
import java.util.Objects;
import java.util.Optional;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/**
 * Translations that a person has read: the document and the loss report, side by side with their source. With
 * {@code -Dgolden.write=true} the files are written anew; read them before committing them.
 */
class GoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final Optional<Issue> ISSUE =
            Optional.of(new Issue(InstitutionId.of("LU:0053"), LocalDate.of(2026, 10, 5)));

    private final Translator translator = Translator.standard();

    @Test
    void aU1WithEveryBoxBecomesAU002AndAU1Again() {
        U1 u1 = Schemas.unmarshal(source("u1-every-box.xml"), U1.class);
        Translation u002 = translate(Schemas.U1_TYPE, u1, Schemas.U002_TYPE);
        compare("u1-every-box.as-u002", u002);
        compare("u1-every-box.as-u002.as-u1", translate(Schemas.U002_TYPE, u002.content(), Schemas.U1_TYPE));
    }

    @Test
    void aU002WithEveryElementBecomesAU1() {
        U002 u002 = Schemas.unmarshal(source("u002-every-element.xml"), U002.class);
        compare("u002-every-element.as-u1", translate(Schemas.U002_TYPE, u002, Schemas.U1_TYPE));
    }

    private Translation translate(DocumentType from, Object content, DocumentType to) {
        return translator.translate(from, content, to, ISSUE);
    }

    private static Document source(String file) {
        URL url = Objects.requireNonNull(GoldenTest.class.getResource("/golden/" + file), file);
        Document document = Schemas.parse(url);
        Schemas.validate(document);
        return document;
    }

    private static void compare(String name, Translation translation) {
        Document document = Schemas.marshal(translation.content());
        Schemas.validate(document);
        compareText(name + ".xml", text(document));
        compareText(name + ".txt", text(translation.report()));
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
        text.append(report.from()).append(" as ").append(report.to()).append('\n');
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

    private static String text(Document document) {
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
