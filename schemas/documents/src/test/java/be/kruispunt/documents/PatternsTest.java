package be.kruispunt.documents;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.folder.Language;
import be.kruispunt.documents.xml.Elements;
import be.kruispunt.documents.xml.Limits;
import be.kruispunt.documents.xml.Unreadable;
import be.kruispunt.documents.xml.XmlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * What the simple types of all schemas cost at the longest text that the validator is told: counted in the characters
 * that a pattern looks at. The schemas are those of the folder, so a new one is held to it too.
 */
class PatternsTest {
    private static final String XS = "http://www.w3.org/2001/XMLSchema";
    private static final int LONG = SchemaWalk.LONGEST;
    /** How often a pattern may look at each character; one that goes back and forth for each would need thousands. */
    private static final int LOOKS = 8;

    private static final List<String> PIECES =
            List.of("a", "Z", "0", "1", " ", "\n", ".", "-", ":", "@", "/", "+", "é", "_");

    static Stream<Named<Element>> simpleTypes() {
        Path folder = Path.of(System.getProperty("kruispunt.root", ""), "schemas/documents/src/main/resources")
                .resolve("be/kruispunt/documents/types");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith("schema.xsd")).sorted().toList().stream()
                    .flatMap(PatternsTest::restrictions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Named<Element>> restrictions(Path schema) {
        try {
            NodeList found = new XmlReader(Limits.STANDARD)
                    .read(Files.readAllBytes(schema))
                    .getElementsByTagNameNS(XS, "restriction");
            var restrictions = new ArrayList<Named<Element>>();
            for (int i = 0; i < found.getLength(); i++) {
                Element type = (Element) found.item(i).getParentNode();
                restrictions.add(
                        Named.of(schema.getParent() + " " + type.getAttribute("name"), (Element) found.item(i)));
            }
            return restrictions.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Unreadable e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> facet(Element restriction, String name) {
        return Elements.children(restriction, name).stream()
                .map(facet -> facet.getAttribute("value"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("simpleTypes")
    void aPatternLooksAtEachCharacterAFewTimes_whateverTheText(Element restriction) {
        for (String regex : facet(restriction, "pattern")) {
            Pattern pattern = Pattern.compile(regex);
            hostile().forEach(text -> {
                var counted = new Counted(text);
                boolean _ = pattern.matcher(counted).matches();
                assertThat(counted.looks)
                        .as("%s on %s...", regex, text.substring(0, 8).strip())
                        .isLessThan(LOOKS * (long) LONG);
            });
        }
    }

    /** Runs of each piece, and of each pair, that come to a right or a wrong end. */
    private static Stream<String> hostile() {
        return PIECES.stream()
                .flatMap(a -> PIECES.stream().map(b -> a + b))
                .flatMap(pair ->
                        Stream.of("a" + pair.repeat(LONG / 2 - 1) + "\u0001", "a@" + pair.repeat(LONG / 2 - 1)));
    }

    @ParameterizedTest
    @MethodSource("simpleTypes")
    void everyTextHasALongestOne_thatTheValidatorIsTold(Element restriction) {
        if (!restriction.getAttribute("base").equals("xs:string")) {
            return;
        }
        boolean bounded = facet(restriction, "maxLength").stream().anyMatch(most -> 2 * Integer.parseInt(most) <= LONG)
                || !facet(restriction, "enumeration").isEmpty()
                || !facet(restriction, "pattern").stream().collect(joining()).matches(".*(?<!\\\\)[*+].*|^$|.*,}.*");
        assertThat(bounded).as("say how long it may be, or raise the bound").isTrue();
    }

    @Test
    void noValueIsOfATypeWithoutBound() {
        Stream<Element> declarations = simpleTypes()
                .map(type -> type.getPayload().getOwnerDocument())
                .distinct()
                .flatMap(schema -> Stream.of("element", "attribute")
                        .map(name -> schema.getElementsByTagNameNS(XS, name))
                        .flatMap(PatternsTest::elements));
        assertThat(declarations)
                .filteredOn(declaration -> !declaration.hasAttribute("fixed"))
                .extracting(declaration -> declaration.getAttribute("type"))
                .hasSizeGreaterThan(100)
                .doesNotContain("xs:string", "xs:token", "xs:normalizedString", "xs:anyURI");
    }

    /** What the hub alone writes is not told to anybody who did not. */
    @Test
    void whatAPatternAsksFor_isSaidInWords_inTheFolderThatDeclaresIt() {
        assertThat(simpleTypes())
                .filteredOn(type -> !facet(type.getPayload(), "pattern").isEmpty())
                .extracting(Named::getName)
                .filteredOn(name -> !name.matches(".*/(receipt|refusal)/.*"))
                .hasSizeGreaterThan(25)
                .allSatisfy(name -> {
                    int space = name.lastIndexOf(' ');
                    for (Language language : Language.values()) {
                        assertThat(Path.of(name.substring(0, space), "labels_" + language.code() + ".properties"))
                                .content()
                                .contains("\ntype." + name.substring(space + 1) + "=");
                    }
                });
    }

    private static Stream<Element> elements(NodeList nodes) {
        return Stream.iterate(0, i -> i < nodes.getLength(), i -> i + 1).map(i -> (Element) nodes.item(i));
    }

    /** Counts the characters that are looked at, and gives up long before the end of time. */
    private static final class Counted implements CharSequence {
        private final String text;
        private long looks;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++looks > 100L * LOOKS * LONG) {
                throw new AssertionError("a pattern without end");
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
