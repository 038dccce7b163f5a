package be.kruispunt.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Byte for byte the form that the platform makes, of whatever a tree may hold (decision 0041). Asked for a form by itself, the
 * platform leaves out what stands around the root; for that see {@link PlatformSignaturesTest}.
 */
class CanonicalFormTest {
    private final Platform platform = new Platform();

    @Property(tries = 2000, seed = "2026")
    void aWholeDocument(@ForAll long seed) {
        Document dom = Fixture.parse(new InventedXml(new Random(seed)).root());

        assertThat(CanonicalForm.of(dom).text()).isEqualTo(platform.of(dom));
    }

    @Property(tries = 2000, seed = "2026")
    void anElementWithinOthers(@ForAll long seed) {
        Random random = new Random(seed);
        Document dom = Fixture.parse(new InventedXml(random).document());
        var elements = dom.getElementsByTagNameNS("*", "*");
        Element apex = (Element) elements.item(random.nextInt(elements.getLength()));

        String wanted = platform.of(apex); // first, since it names the element by an attribute
        assertThat(CanonicalForm.of(apex)).isEqualTo(wanted);
    }

    /** More than are looked through one by one. */
    @Property(tries = 500, seed = "2026")
    void anElementWithinManyDeclarations(@ForAll long seed) {
        String many = IntStream.range(0, 20)
                .mapToObj(i -> " xmlns:m%d='urn:%d' m%d:a=''".formatted(i, i, i))
                .collect(Collectors.joining());
        Document dom = Fixture.parse("<m" + many + ">" + new InventedXml(new Random(seed)).root() + "<m0:b/></m>");

        assertThat(CanonicalForm.of(dom).text()).isEqualTo(platform.of(dom));
    }

    /** So that no two trees have one form, but for comments and for declarations of which no name makes use. */
    @Property(tries = 2000, seed = "2026")
    void theFormReadAgain_isTheTree_andHasThatForm(@ForAll long seed) {
        Document dom = Fixture.parse(new InventedXml(new Random(seed)).document());
        String form = CanonicalForm.of(dom).text();
        Document read = Fixture.parse(form);

        assertThat(CanonicalForm.of(read).text()).isEqualTo(form);
        assertThat(said(read.getDocumentElement())).isEqualTo(said(dom.getDocumentElement()));
    }

    @Property(tries = 500, seed = "2026")
    void aDocumentWithoutItsSignature(@ForAll long seed) {
        String document = new InventedXml(new Random(seed)).root();
        int end = document.lastIndexOf("</");
        Document unsigned = Fixture.parse(document);
        Document signed = Fixture.parse(document.substring(0, end) + "<ds:Signature xmlns:ds='" + Names.DS
                + "'>any</ds:Signature>" + document.substring(end));
        Element signature =
                (Element) signed.getElementsByTagNameNS(Names.DS, "Signature").item(0);

        assertThat(CanonicalForm.without(signature)).isEqualTo(platform.of(unsigned));
    }

    @Example
    void anotherSignature_anEntity_andAVeryDeepTree_haveNone() {
        Document two = Fixture.parse("<a xmlns:d='" + Names.DS + "'><b><d:Signature/></b><d:Signature/></a>");
        Element last = (Element) two.getDocumentElement().getLastChild();
        assertThatThrownBy(() -> CanonicalForm.without(last)).isInstanceOf(IllegalArgumentException.class);

        Document entity = Fixture.parse("<a/>");
        entity.getDocumentElement().appendChild(entity.createEntityReference("e"));
        assertThatThrownBy(() -> CanonicalForm.of(entity)).hasMessageContaining("no entities");

        Document deep = Fixture.parse("<a/>"); // the platform's reader takes a hundred
        Element innermost = deep.getDocumentElement();
        for (int i = 1; i <= 500; i++) {
            innermost = (Element) innermost.appendChild(deep.createElement("a"));
        }
        assertThatThrownBy(() -> CanonicalForm.of(deep)).hasMessageContaining("deeper than 500");
    }

    @Example
    void aFormThatIsFarLongerThanItsDocument_isNotMade() {
        Document dom = Fixture.parse(InventedXml.ofALongForm(""));

        assertThatThrownBy(() -> CanonicalForm.of(dom)).hasMessageContaining("more than 8388608 characters");
    }

    /** As the platform does. */
    @Example
    void aRelativeNamespace_hasNone() {
        for (String relative : List.of("<a xmlns='b'/>", "<a><b xmlns:c='../c'/></a>", "<a xmlns:b=':b' b:c=''/>")) {
            assertThatThrownBy(() -> platform.of(Fixture.parse(relative))).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> CanonicalForm.of(Fixture.parse(relative))).hasMessageContaining("a relative URI");
        }
    }

    /** What a reader finds in a tree: names, attributes and texts, in their order. */
    private static List<String> said(Element element) {
        List<String> said = new ArrayList<>();
        said.add("{" + element.getNamespaceURI() + "}" + element.getLocalName());
        Elements.attributes(element).stream()
                .filter(each -> !"http://www.w3.org/2000/xmlns/".equals(each.getNamespaceURI()))
                .map(each -> "@{" + each.getNamespaceURI() + "}" + each.getLocalName() + "=" + each.getNodeValue())
                .sorted()
                .forEach(said::add);
        for (var node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element inner) {
                said.addAll(said(inner));
            }
        }
        said.add("text " + element.getTextContent());
        return said;
    }
}
