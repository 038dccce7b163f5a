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
    @ValueSource(strings = {"é", "€", "\uD83D\uDE00", "&amp;", "&lt;", "\"", "x"})
    void alsoOfTextThatIsWrittenLongerThanItIs(String text) {
        assertCounted(
                Fixture.read(sample(Kind.U1, "Lambermont", text.repeat(50_000))).dom());
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
