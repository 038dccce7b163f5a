package be.kruispunt.hub.door;

import static be.kruispunt.hub.sample.DemonstrationRegister.ADEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.outcome.Finding;
import be.kruispunt.model.outcome.RefusalCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An operator's own version of a type, in another namespace, that is put beside a hub at work. */
@ExtendWith(SharedHub.class)
class OwnDocumentTypeTest {
    private static final DocumentType OWN = DocumentType.of("U1", "7.1");

    private final Door door;

    OwnDocumentTypeTest(Door door) {
        this.door = door;
    }

    @Test
    void itIsValidated_ruled_translated_andDelivered_withoutARebuild() throws IOException {
        door.refuses(ADEM, signed("", ""), RefusalCode.UNKNOWN_DOCUMENT);

        putBesideTheHub();

        Door.Accepted accepted = door.accepts(ADEM, signed("", ""));
        assertThat(accepted.content().deliveries()).singleElement().satisfies(delivery -> {
            assertThat(delivery.type()).isEqualTo(DocumentCatalogue.U002_4_2);
            assertThat(delivery.loss().orElseThrow().from()).containsExactly(OWN);
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

    private byte[] signed(String what, String by) {
        String text = Messages.changed(
                Messages.changed(door.messages().text(Kind.U1), "urn:kruispunt:u1:1.0", "urn:example:official:u1:7.1"),
                "TypeVersion>1.0<",
                "TypeVersion>7.1<");
        return door.messages().signed(ADEM, what.isEmpty() ? text : Messages.changed(text, what, by));
    }

    /** Made aside, and moved in when it is whole. */
    private void putBesideTheHub() throws IOException {
        Path archive = Path.of(System.getProperty("kruispunt.root", "../.."))
                .resolve("schemas/documents/src/main/resources/be/kruispunt/documents/types/u1/1.0");
        Path types = door.hub().types();
        Path aside = types.resolveSibling("aside");
        try (Stream<Path> files = Files.walk(archive)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy =
                        aside.resolve("7.1").resolve(archive.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.writeString(
                        copy,
                        Files.readString(file)
                                .replace("urn:kruispunt:u1:1.0", "urn:example:official:u1:7.1")
                                .replace("version: \"1.0\"", "version: \"7.1\""));
            }
        }
        Files.move(aside, types.resolve("u1"));
    }
}
