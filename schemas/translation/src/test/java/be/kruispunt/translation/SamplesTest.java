package be.kruispunt.translation;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.documents.DocumentValidator;
import be.kruispunt.documents.IncomingDocument;
import be.kruispunt.documents.MessageReader;
import be.kruispunt.documents.MessageWriter;
import be.kruispunt.documents.ReadDocument;
import be.kruispunt.documents.Samples;
import be.kruispunt.documents.xml.Limits;
import be.kruispunt.documents.xml.Unreadable;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.message.Provenance;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The samples, from message to message: what is translated passes the schema and the rules of its new type. */
class SamplesTest {
    private final DocumentCatalogue catalogue = DocumentCatalogue.standard();
    private final MessageReader reader = new MessageReader(catalogue, Limits.STANDARD);
    private final MessageWriter writer = new MessageWriter(catalogue);
    private final DocumentValidator validator = new DocumentValidator(catalogue);
    private final Translator translator = Translator.standard();

    @Test
    void theSampleU1IsAValidU002() throws Unreadable {
        translates(Samples.Kind.U1, DocumentCatalogue.U002_4_2);
    }

    @Test
    void theSampleU002IsAValidU1_thoughItNamesTheReceiverOnly() throws Unreadable {
        translates(Samples.Kind.U002, DocumentCatalogue.U1_1_0);
    }

    private void translates(Samples.Kind kind, DocumentType target) throws Unreadable {
        IncomingDocument message = reader.read(Samples.template(kind));
        Header header = message.header();
        ReadDocument source = validator.validate(message).document().orElseThrow();
        Translation translation = translator.translate(source, target, header);
        assertThat(translation.type()).isEqualTo(target);

        Header out = new Header(
                header.sender(),
                header.receivers(),
                target,
                header.instance(),
                header.createdAt(),
                header.process(),
                header.caseId(),
                header.legalContext(),
                Optional.of(new Provenance(
                        new Ticket(header.instance().value()), Digest.of(Samples.template(kind)), source.type())));
        byte[] written = writer.serialise(writer.write(out, translation.content()));
        assertThat(validator.validate(reader.read(written)).refusal()).isEmpty();
    }
}
