package be.kruispunt.documents;

import static be.kruispunt.documents.Fixture.sample;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.documents.xml.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Whether a tree, once it is written, is within the limits of whoever reads it. */
class LimitsTest {
    private final MessageWriter writer = new MessageWriter(Fixture.CATALOGUE);

    private void assertCounted(Document dom) {
        int size = writer.serialise(dom).length;
        Element root = dom.getDocumentElement();
        assertThat(Limits.STANDARD.withBytes(size + size / 50).allow(root)).isTrue();
        assertThat(Limits.STANDARD.withBytes(size - size / 50).allow(root)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theBytesAreThoseThatAreWritten(Kind kind) {
        assertCounted(Fixture.read(sample(kind)).dom());
    }

    @ParameterizedTest
    @ValueSource(strings = {"é", "€", "\uD83D\uDE00", "&amp;", "&lt;", "\"", ">", "]>", "]]&gt;", "&#13;", "x"})
    void alsoOfTextThatIsWrittenLongerThanItIs(String text) {
        assertCounted(
                Fixture.read(sample(Kind.U1, "Lambermont", text.repeat(30_000))).dom());
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "\"", "\"'\"", "&#9;", "&#10;", "&#13;", ">", "&lt;", "&amp;", "é", "\uD83D\uDE00"})
    void alsoOfAttributes(String text) {
        String quote = text.contains("\"") ? "'" : "\"";
        String value = text.contains("\"") ? text.replace("'", "&#39;") : text;
        String message = sample(
                Kind.U002,
                "sedPackage=\"Sector Components/Unemployment\"",
                "sedPackage=" + quote + value.repeat(20_000) + quote);
        assertCounted(Fixture.read(message).dom());
    }

    /** Whatever the characters, what is passed on is hardly longer than what came. */
    @ParameterizedTest
    @ValueSource(strings = {">", "]>", "]]&gt;", "&lt;", "&amp;", "&#13;", "\"", "'", "\uD83D\uDE00"})
    void whatIsPassedOn_doesNotGrow(String text) {
        String message = sample(Kind.U1, "Lambermont", text.repeat(15_000));
        byte[] passedOn = writer.serialise(writer.write(
                Fixture.read(message).header(), Fixture.read(message).payload()));
        assertThat(passedOn).hasSizeLessThan(Fixture.bytes(message).length + 500);
    }

    @Test
    void whatIsPassedOn_doesNotGrowByItsAttributes() {
        for (String value : new String[] {
            "'" + "\"".repeat(9_000) + "'", "\"" + "'".repeat(9_000) + "\"", "\"" + "&#9;>".repeat(9_000) + "\""
        }) {
            String message = sample(Kind.U002, "\"Sector Components/Unemployment\"", value);
            byte[] passedOn = writer.serialise(writer.write(
                    Fixture.read(message).header(), Fixture.read(message).payload()));
            assertThat(passedOn).hasSizeLessThan(Fixture.bytes(message).length + 500);
        }
    }

    /** Declarations from above the document come to stand on it. */
    @Test
    void attributesAreCounted() {
        StringBuilder declarations = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            declarations
                    .append(" xmlns:a")
                    .append(i)
                    .append("=\"urn:")
                    .append(i)
                    .append('"');
        }
        String message = sample(
                        Kind.U1,
                        "<sbdh:StandardBusinessDocument ",
                        "<sbdh:StandardBusinessDocument" + declarations + " ")
                .replace("<u1:U1 ", "<u1:U1" + declarations.toString().replace("xmlns:a", "xmlns:b") + " ");
        Document passedOn = writer.write(
                Fixture.read(message).header(), Fixture.read(message).payload());
        assertThat(Limits.STANDARD.allow(passedOn.getDocumentElement())).isFalse();
    }

    @Test
    void elementsAreCounted() {
        Element root = Fixture.read(sample(Kind.U1)).dom().getDocumentElement();
        int elements = root.getElementsByTagName("*").getLength() + 1;
        assertThat(with(elements).allow(root)).isTrue();
        assertThat(with(elements - 1).allow(root)).isFalse();
    }

    private static Limits with(int elements) {
        Limits all = Limits.STANDARD;
        return new Limits(
                all.bytes(), all.depth(), elements, all.attributes(), all.textLength(), all.nameLength(), all.names());
    }
}
