package be.kruispunt.documents;

import be.kruispunt.documents.xml.Limits;
import be.kruispunt.documents.xml.Unreadable;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.message.Header;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Messages about invented people, for demonstrations, benches, test institutions and the documentation. Not signed: who
 * sends one signs it.
 */
public final class Samples {
    /** The samples there are; the three steps of BL1 are about one person and fit each other. */
    public enum Kind {
        U1,
        U001,
        U002,
        BL1_A,
        BL1_B,
        BL1_10;

        String file() {
            String folder =
                    switch (this) {
                        case U1 -> "u1/1.0";
                        case U001 -> "u001/4.2";
                        case U002 -> "u002/4.2";
                        case BL1_A, BL1_B, BL1_10 -> "bl1/1.0";
                    };
            return "types/" + folder + "/examples/"
                    + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".xml";
        }
    }

    private final DocumentCatalogue catalogue;
    private final MessageReader reader;
    private final MessageWriter writer;

    public Samples(DocumentCatalogue catalogue) {
        this.catalogue = catalogue;
        this.reader = new MessageReader(catalogue, Limits.STANDARD);
        this.writer = new MessageWriter(catalogue);
    }

    /** The sample as it stands in its file. */
    public static byte[] template(Kind kind) {
        try (InputStream in = Samples.class.getResourceAsStream(kind.file())) {
            if (in == null) {
                throw new IllegalStateException(kind.file() + " is missing from the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A sample between these parties, about the person with this number. */
    public Document message(Kind kind, SampleParties parties, Insz person) {
        try {
            IncomingDocument template = reader.read(template(kind));
            Header was = template.header();
            var header = new Header(
                    parties.sender(),
                    parties.receivers(),
                    was.type(),
                    parties.instance(),
                    parties.createdAt(),
                    was.process(),
                    parties.caseId(),
                    was.legalContext(),
                    was.provenance());
            replaceInsz(header, template.payload(), person);
            issuedBy(header, template.payload());
            return writer.write(header, template.payload());
        } catch (Unreadable e) {
            throw new IllegalStateException(kind.file() + " is no message", e);
        }
    }

    /** Names the sender where the form names its issuer. */
    public void issuedBy(Header header, Element payload) {
        DocumentDefinition definition = catalogue.get(header.type());
        definition
                .rules()
                .issuers(definition.reading(header, payload))
                .forEach(number -> number.setTextContent(header.sender().value()));
    }

    /** The {@code n}-th of a million invented numbers, n from 0: valid, all different. */
    public static Insz insz(int n) {
        int serial = 1 + n % 997;
        int day = 1 + n / 997 % 28;
        int month = 1 + n / 997 / 28 % 12;
        int year = 50 + n / 997 / 28 / 12 % 50;
        String nine = "%02d%02d%02d%03d".formatted(year, month, day, serial);
        return Insz.of(nine + "%02d".formatted(97 - Long.parseLong(nine) % 97));
    }

    /** The Belgian number of the principal person is the first that the document names. */
    private void replaceInsz(Header header, Element payload, Insz person) {
        DocumentDefinition definition = catalogue.get(header.type());
        definition.rules().numbers(definition.reading(header, payload), "BE").stream()
                .findFirst()
                .ifPresent(number -> number.setTextContent(person.digits()));
    }
}
