package be.kruispunt.documents.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShapeReaderTest {
    @TempDir
    Path folder = Path.of("");

    private static URL u002() {
        return Objects.requireNonNull(
                ShapeReaderTest.class.getResource("/be/kruispunt/documents/types/u002/4.2/schema.xsd"));
    }

    private Shape shape(String root, String... lines) throws IOException {
        Path file = folder.resolve("schema.xsd");
        Files.writeString(
                file,
                "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns:t='urn:t' targetNamespace='urn:t'>"
                        + String.join("\n", lines) + "</xs:schema>");
        return new ShapeReader().read(file.toUri().toURL(), new QName("urn:t", root));
    }

    @Test
    void aDocumentOfThisProject_withTheSharedTypesItImports() {
        Shape shape = new ShapeReader().read(u002(), new QName("urn:kruispunt:eessi:u002:4.2", "U002"));
        assertThat(shape.attributes()).containsExactlyInAnyOrder("sedPackage", "sedGVer", "sedVer");
        assertThat(shape.at("@sedPackage")).isPresent();
        assertThat(shape.at("Person/PersonIdentification/sex/value"))
                .hasValueSatisfying(value -> assertThat(value.isLeaf()).isTrue());
        assertThat(shape.at("Periods/InsuredEmployment"))
                .hasValueSatisfying(list -> assertThat(list.isRepeated()).isTrue());
        assertThat(shape.order("Person")).isLessThan(shape.order("Periods"));
        assertThat(shape.order("Stranger")).isEqualTo(-1);
        assertThat(shape.at("Person/Stranger")).isEmpty();
        assertThat(shape.namespace()).isEqualTo("urn:kruispunt:eessi:u002:4.2");
        assertThat(shape.at("Person"))
                .hasValueSatisfying(p -> assertThat(p.namespace()).isEmpty());
    }

    @Test
    void groupsExtensionsReferencesAndChoices_asOfficialSchemasHaveThem() throws IOException {
        Shape shape = shape(
                "Form",
                "<xs:element name='Form' type='t:Longer'/>",
                "<xs:element name='remark' type='xs:string'/>",
                "<xs:group name='Names'><xs:sequence><xs:element name='first'"
                        + " type='xs:string'/></xs:sequence></xs:group>",
                "<xs:complexType name='Short'><xs:sequence><xs:group ref='t:Names'/></xs:sequence>",
                "  <xs:attribute name='id' type='xs:string'/></xs:complexType>",
                "<xs:complexType name='Longer'><xs:complexContent><xs:extension base='t:Short'>",
                "  <xs:choice maxOccurs='3'><xs:element ref='t:remark'/><xs:element name='Amount' type='t:Amount'"
                        + " form='qualified'/>",
                "  </xs:choice></xs:extension></xs:complexContent></xs:complexType>",
                "<xs:complexType name='Amount'><xs:simpleContent><xs:extension base='xs:decimal'>",
                "  <xs:attribute name='currency'"
                        + " type='xs:string'/></xs:extension></xs:simpleContent></xs:complexType>");
        assertThat(shape.children()).extracting(Shape::name).containsExactly("first", "remark", "Amount");
        assertThat(shape.children()).extracting(Shape::isRepeated).containsExactly(false, true, true);
        assertThat(shape.children()).extracting(Shape::namespace).containsExactly("", "urn:t", "urn:t");
        assertThat(shape.attributes()).containsExactly("id");
        assertThat(shape.at("Amount/@currency")).isPresent();
        assertThat(shape.at("Amount")).hasValueSatisfying(amount -> {
            assertThat(amount.isLeaf()).isTrue();
            assertThat(amount.type())
                    .hasValueSatisfying(type -> assertThat(type.getLocalPart()).isEqualTo("decimal"));
        });
    }

    @Test
    void whatCannotBeRead_isSaid() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ShapeReader().read(u002(), new QName("urn:x", "U002")))
                .withMessageContaining("declares no element {urn:x}U002");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shape(
                        "Node",
                        "<xs:element name='Node' type='t:Node'/>",
                        "<xs:complexType name='Node'><xs:sequence><xs:element name='Node' type='t:Node' minOccurs='0'/>"
                                + "</xs:sequence></xs:complexType>"))
                .withMessageContaining("deep");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shape(
                        "Form",
                        "<xs:import namespace='urn:o' schemaLocation='https://example.org/o.xsd'/>",
                        "<xs:element name='Form' type='xs:string'/>"))
                .withMessageContaining("beside");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shape(
                        "Form",
                        "<xs:element name='Form'><xs:complexType><xs:sequence><xs:any/></xs:sequence></xs:complexType>"
                                + "</xs:element>"))
                .withMessageContaining("declared elements");
    }
}
