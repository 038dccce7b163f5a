package be.kruispunt.hub.sample;

import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.documents.MessageReader;
import be.kruispunt.documents.MessageWriter;
import be.kruispunt.documents.Samples;
import be.kruispunt.documents.xml.Limits;
import be.kruispunt.documents.xml.Unreadable;
import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.InstanceId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.message.LegalContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Fills the sample forms in: for the demonstration, the bench and the tests. Not signed yet. */
public final class Forms {
    private final Samples samples;
    private final MessageReader reader;
    private final MessageWriter writer;
    private final InstantSource clock;

    public Forms(InstantSource clock) {
        DocumentCatalogue catalogue = DocumentCatalogue.standard();
        this.samples = new Samples(catalogue);
        this.reader = new MessageReader(catalogue, Limits.STANDARD);
        this.writer = new MessageWriter(catalogue);
        this.clock = clock;
    }

    /** What goes onto the envelope. */
    public record Envelope(
            InstitutionId from,
            List<InstitutionId> to,
            String process,
            Optional<CaseId> caseId,
            LegalContext legalContext,
            InstanceId instance) {
        /** An envelope to one receiver, opening a case, with a new identifier. */
        public static Envelope to(InstitutionId from, InstitutionId to, String process, LegalContext legalContext) {
            return new Envelope(
                    from, List.of(to), process, Optional.empty(), legalContext, new InstanceId(UUID.randomUUID()));
        }

        /** The same, in a case. */
        public Envelope in(CaseId id) {
            return new Envelope(from, to, process, Optional.of(id), legalContext, instance);
        }
    }

    /**
     * A sample form in an envelope.
     *
     * @param sample which form
     * @param texts values of the sample to replace wherever they stand, such as a person's number
     */
    public Document fill(Samples.Kind sample, Envelope envelope, Map<String, String> texts) {
        return fill(Samples.template(sample), envelope, texts);
    }

    /**
     * An example of a document type in an envelope.
     *
     * @param file such as {@code m901/1.0/examples/granted.xml}
     * @param texts values of the example to replace wherever they stand
     */
    public Document example(String file, Envelope envelope, Map<String, String> texts) {
        try (InputStream in = DocumentCatalogue.class.getResourceAsStream("types/" + file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the class path");
            }
            return fill(in.readAllBytes(), envelope, texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Document fill(byte[] message, Envelope envelope, Map<String, String> texts) {
        try {
            var template = reader.read(message);
            replace(template.payload(), texts);
            Header header = header(envelope, template.header().type());
            samples.issuedBy(header, template.payload());
            return writer.write(header, template.payload());
        } catch (Unreadable e) {
            throw new IllegalStateException("the sample cannot be read", e);
        }
    }

    private Header header(Envelope envelope, DocumentType type) {
        return new Header(
                envelope.from(),
                envelope.to(),
                type,
                envelope.instance(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                envelope.process(),
                envelope.caseId(),
                envelope.legalContext(),
                Optional.empty());
    }

    private static void replace(Element element, Map<String, String> texts) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                replace(inner, texts);
            } else {
                String replacement = texts.get(child.getNodeValue());
                if (replacement != null) {
                    child.setNodeValue(replacement);
                }
            }
        }
    }
}
