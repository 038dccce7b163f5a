package be.kruispunt.hub.door;

import static be.kruispunt.hub.sample.DemonstrationRegister.ADEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.documents.ReceiptContent;
import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.outcome.Finding;
import be.kruispunt.model.outcome.RefusalCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An operator's own version of a type, in another namespace, that is put beside a hub at work. */
@ExtendWith(SharedHub.class)
class OwnDocumentTypeTest {
    private final Door door;

    OwnDocumentTypeTest(Door door) {
        this.door = door;
    }

    @Test
    void itIsValidated_ruled_translated_andDelivered_withoutARebuild() throws IOException {
        door.refuses(ADEM, signed("", ""), RefusalCode.UNKNOWN_DOCUMENT);

        putBesideTheHub("7.1");

        Door.Accepted accepted = door.accepts(ADEM, signed("", ""));
        assertThat(accepted.content().deliveries()).singleElement().satisfies(delivery -> {
            assertThat(delivery.type()).isEqualTo(DocumentCatalogue.U002_4_2);
            assertThat(delivery.loss().orElseThrow().from()).containsExactly(DocumentType.of("U1", "7.1"));
            assertThat(delivery.loss().orElseThrow().carried()).isPositive();
        });
        assertThat(door.refuses(ADEM, signed("<kind>UNEMPLOYMENT_BENEFIT<", "<kind>OTHER<"), RefusalCode.RULE)
                        .findings())
                .extracting(Finding::code, Finding::box)
                .containsExactly(tuple("U1-OTHER-KIND", "2.1.3"));
        assertThat(door.refuses(ADEM, signed("<familyName>Lambermont</familyName>", ""), RefusalCode.SCHEMA)
                        .findings())
                .extracting(Finding::box)
                .contains("1.3");
    }

    @Test
    void aTableThatComesAfterItsType_isUsedWithoutANewStart() throws IOException {
        putBesideTheHub("7.2");
        door.refuses(ADEM, signed("7.2", "", ""), RefusalCode.NO_TRANSLATION);

        Path tables = door.hub().types().resolve("tables");
        Files.writeString(
                tables.resolve("own-u1-7.2.yaml"),
                Files.readString(tables.resolve("own-u1.yaml")).replace("U1: \"7.1\"", "U1: \"7.2\""));
        Files.writeString(
                tables.resolve("index.txt"), "own-u1-7.2.yaml U1/7.2 <> U002/4.2\n", StandardOpenOption.APPEND);

        assertThat(door.accepts(ADEM, signed("7.2", "", "")).content().deliveries())
                .extracting(ReceiptContent.Delivery::type)
                .containsExactly(DocumentCatalogue.U002_4_2);
    }

    private byte[] signed(String what, String by) {
        return signed("7.1", what, by);
    }

    private byte[] signed(String version, String what, String by) {
        String text = Messages.changed(
                Messages.changed(door.messages().text(Kind.U1), "urn:kruispunt:u1:1.0", namespace(version)),
                "TypeVersion>1.0<",
                "TypeVersion>" + version + "<");
        return door.messages().signed(ADEM, what.isEmpty() ? text : Messages.changed(text, what, by));
    }

    private static String namespace(String version) {
        return "urn:example:official:u1:" + version;
    }

    /** Made aside, and moved in when it is whole. */
    private void putBesideTheHub(String version) throws IOException {
        Path archive = Path.of(System.getProperty("kruispunt.root", "../.."))
                .resolve("schemas/documents/src/main/resources/be/kruispunt/documents/types/u1/1.0");
        Path types = door.hub().types();
        Path aside = types.resolveSibling("aside");
        try (Stream<Path> files = Files.walk(archive)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = aside.resolve(archive.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.writeString(
                        copy,
                        Files.readString(file)
                                .replace("urn:kruispunt:u1:1.0", namespace(version))
                                .replace("version: \"1.0\"", "version: \"" + version + "\""));
            }
        }
        Files.move(aside, Files.createDirectories(types.resolve("u1")).resolve(version));
    }
}
