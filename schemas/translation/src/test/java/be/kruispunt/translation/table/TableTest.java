package be.kruispunt.translation.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import be.kruispunt.documents.shape.Shape;
import be.kruispunt.documents.shape.ShapeReader;
import be.kruispunt.documents.xml.Elements;
import be.kruispunt.documents.xml.Limits;
import be.kruispunt.documents.xml.Unreadable;
import be.kruispunt.documents.xml.XmlReader;
import be.kruispunt.model.message.LossReport.Line;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/** What a table may say, and what keeps it from loading: on two small documents, a row or two at a time. */
class TableTest {
    private static final String HEAD = "form: {F: '1.0'}\nsed: {S: '1.0'}\n";
    private static final String CODES = "name: colour\nsource: a test\ncodes:\n- {form: RED, sed: '01'}\n";

    private final java.nio.file.Path folder;

    TableTest(@TempDir java.nio.file.Path folder) {
        this.folder = folder;
    }

    /** {@code F}: name, colour (RED or BLUE), Child with note, any number of them. {@code S}: title, code, Item with text. */
    private Shape shape(String root, String content) {
        try {
            java.nio.file.Path file = folder.resolve(root + ".xsd");
            Files.writeString(
                    file,
                    "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:" + root + "'>"
                            + "<xs:element name='" + root + "'><xs:complexType><xs:sequence>" + content
                            + "</xs:sequence></xs:complexType></xs:element></xs:schema>");
            return new ShapeReader().read(file.toUri().toURL(), new QName("urn:" + root, root));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String leaf(String name, String occurs) {
        return "<xs:element name='" + name + "' type='xs:string' " + occurs + "/>";
    }

    private static String list(String name, String content) {
        return "<xs:element name='" + name + "' minOccurs='0' maxOccurs='9'><xs:complexType><xs:sequence>" + content
                + "</xs:sequence></xs:complexType></xs:element>";
    }

    private Direction direction(Side from, String table) {
        Shape form = shape("F", leaf("name", "") + leaf("colour", "minOccurs='0'") + list("Child", leaf("note", "")));
        Shape sed = shape(
                "S",
                leaf("title", "") + leaf("code", "minOccurs='0'") + list("Item", leaf("text", "") + leaf("kind", "")));
        Map<String, String> files = Map.of(
                "t.yaml",
                HEAD + table,
                "codes/colour.yaml",
                CODES,
                "codes/later.yaml",
                CODES + "valid-from: '1.1'\n",
                "codes/former.yaml",
                CODES + "valid-to: '0.9'\n",
                "codes/odd.yaml",
                CODES + "valid-to: '2026'\n",
                "codes/today.yaml",
                CODES + "valid-from: '0.9'\nvalid-to: '1.0'\n");
        Table read = new TableReader(name -> Optional.ofNullable(files.get(name))
                        .orElseThrow(() -> new IllegalArgumentException("no file " + name)))
                .read("t.yaml");
        List<Shape> sources = List.of(from == Side.FORM ? form : sed);
        List<Shape> targets = List.of(from == Side.FORM ? sed : form);
        var hooks = new Hooks(Map.of("last", (source, all) -> OptionalInt.of(all.size() - 1)));
        return Direction.of(read, from, sources, targets, path -> "", hooks);
    }

    private Translated translate(Side from, String table, String xml) {
        try {
            Element root = new XmlReader(Limits.STANDARD)
                    .read(xml.getBytes(StandardCharsets.UTF_8))
                    .getDocumentElement();
            return direction(from, table).translate(List.of(root), Optional.empty());
        } catch (Unreadable e) {
            throw new AssertionError(e);
        }
    }

    private static String text(Translated translated) {
        return text(translated.documents().values().iterator().next());
    }

    private static String text(Element element) {
        if (Elements.isLeaf(element)) {
            return Elements.name(element) + "=" + element.getTextContent();
        }
        return Elements.name(element)
                + Elements.children(element).stream().map(TableTest::text).toList();
    }

    private static final String WHOLE =
            """
            rows:
            - {form: F/name, sed: S/title}
            - {form: F/colour, sed: S/code, codes: colour}
            - {form: F/colour, lost: there is no code for it}
            - {sed: S/code, lost: there is no colour for it}
            - {form: F/Child, sed: "S/Item[kind=child]", rows: [{form: note, sed: text}, {sed: kind, told: ., because: a list of its own}]}
            - {sed: S/Item, lost: no list takes it}
            """;

    @Test
    void oneTable_bothDirections_withTheRowBehindEachLine() {
        Translated there =
                translate(Side.FORM, WHOLE, "<F><name>a</name><colour>RED</colour><Child><note>b</note></Child></F>");
        assertThat(text(there)).isEqualTo("S[title=a, code=01, Item[text=b, kind=child]]");
        assertThat(there.lines()).extracting(Line::source).containsExactly("/F/name", "/F/colour", "/F/Child[1]/note");
        assertThat(there.rows()).containsExactly("t.yaml:4", "t.yaml:5", "t.yaml:8");
        Translated back = translate(
                Side.SED,
                WHOLE,
                "<S><title>a</title><Item><text>b</text><kind>child</kind></Item>"
                        + "<Item><text>c</text><kind>x</kind></Item></S>");
        assertThat(text(back)).isEqualTo("F[name=a, Child[note=b]]");
        assertThat(back.lines())
                .extracting(Line::reason)
                .containsExactly("", "", "a list of its own", "no list takes it", "no list takes it");
    }

    @Test
    void aListThatHoldsForTheVersion_isUsed() {
        String today = WHOLE.replace("codes: colour", "codes: today");
        assertThat(text(translate(Side.FORM, today, "<F><name>a</name><colour>RED</colour></F>")))
                .isEqualTo("S[title=a, code=01]");
    }

    @Test
    void aCodeThatTheListLacks_isLeftToTheNextRow() {
        Translated there = translate(Side.FORM, WHOLE, "<F><name>a</name><colour>BLUE</colour></F>");
        assertThat(text(there)).isEqualTo("S[title=a]");
        assertThat(there.lines().getLast().reason()).isEqualTo("there is no code for it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name, sed: S/title}           | {form: F/name, sed: S/titel}    | t.yaml:4: S/titel: the schema has"
                        + " no titel in S",
                "name, sed: S/title}           | {form: F/nam, sed: S/title}     | t.yaml:4: /F has no nam",
                "name, sed: S/title}           | {form: F/name, sed: S/title, x: y} | t.yaml:4: there is no key x here",
                "name, sed: S/title}           | {form: F/name}                  | t.yaml:4: a path of one side only",
                "name, sed: S/title}           | {form: F/name, lost: unknown}   | t.yaml:4: no reason unknown",
                "name, sed: S/title}           | {form: F/name, use: block}      | t.yaml:4: no shared rows block",
                "name, sed: S/title}           | {form: F/name, sed: S/title, pick: first} | t.yaml:4: no hook first",
                "name, sed: S/title}           | {form: F/name, sed: S/title, codes: x} | no file codes/x.yaml",
                "name, sed: S/title}           | {form: F/name, sed: S/title, codes: later} | codes/later.yaml:1: the"
                        + " list does not hold for S 1.0",
                "name, sed: S/title}           | {form: F/name, sed: S/title, codes: odd} | codes/odd.yaml:1: a"
                        + " version such as 4.2 is wanted, not 2026",
                "name, sed: S/title}           | {form: F/name, sed: S/title, codes: former} | codes/former.yaml:1:"
                        + " the list does not hold for S 1.0",
                "name, sed: S/title}           | {form: 'F/na me', sed: S/title} | t.yaml:4: F/na me is no path",
                "name, sed: S/title}           | {form: F/name, sed: S/title, when-form: '!a=b'} | is no condition",
                "name, sed: S/title}           | {form: F/colour, sed: S/title}  | /F/name: no row is about it",
                "colour, lost: there is no code for it} | {form: F/name, sed: S/title} | /F/colour: no row takes what"
                        + " is left",
            })
    void whatDoesNotFit_keepsTheTableFromLoading_andIsNamed(String row, String by, String problem) {
        String line = WHOLE.lines()
                .filter(each -> each.contains(row.strip()))
                .findFirst()
                .orElseThrow();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> direction(Side.FORM, WHOLE.replace(line, "- " + by.strip())))
                .withMessageContaining(problem.strip());
    }
}
