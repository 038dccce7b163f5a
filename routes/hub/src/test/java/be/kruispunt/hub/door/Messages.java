package be.kruispunt.hub.door;

import static be.kruispunt.hub.sample.DemonstrationRegister.ADEM;
import static be.kruispunt.hub.sample.DemonstrationRegister.CNS;
import static be.kruispunt.hub.sample.DemonstrationRegister.INSURER;
import static be.kruispunt.hub.sample.DemonstrationRegister.RVA;
import static be.kruispunt.hub.sample.DemonstrationRegister.SICKNESS;
import static be.kruispunt.hub.sample.DemonstrationRegister.UNEMPLOYMENT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.documents.IncomingDocument;
import be.kruispunt.documents.MessageReader;
import be.kruispunt.documents.MessageWriter;
import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.documents.xml.Limits;
import be.kruispunt.documents.xml.Unreadable;
import be.kruispunt.hub.sample.Forms;
import be.kruispunt.hub.sample.Forms.Envelope;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.message.CaseLink;
import be.kruispunt.model.message.Header;
import be.kruispunt.trust.CryptoProviders;
import be.kruispunt.trust.DocumentSigner;
import be.kruispunt.trust.SigningIdentity;
import be.kruispunt.trust.TrustFolder;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The sample messages as text, in which a test changes one thing before or after it signs. */
final class Messages {
    private final TrustFolder trust;
    private final CryptoProviders crypto = CryptoProviders.best();
    private final Forms forms = new Forms(InstantSource.system());
    private final MessageReader reader = new MessageReader(DocumentCatalogue.standard(), Limits.STANDARD);
    private final MessageWriter writer = new MessageWriter(DocumentCatalogue.standard());

    Messages(TrustFolder trust) {
        this.trust = trust;
    }

    /** A new envelope between the parties that the sample is for, opening a case. */
    static Envelope envelope(Kind sample) {
        return switch (sample) {
            case U1 -> Envelope.to(ADEM, RVA, "PD_U1", UNEMPLOYMENT);
            case U001 -> Envelope.to(RVA, ADEM, "UB_BUC_01", UNEMPLOYMENT);
            case U002 -> Envelope.to(ADEM, RVA, "UB_BUC_01", UNEMPLOYMENT);
            case BL1_A, BL1_10 -> Envelope.to(CNS, INSURER, "BL1", SICKNESS);
            case BL1_B -> Envelope.to(INSURER, CNS, "BL1", SICKNESS);
        };
    }

    /** An example of a type, as {@code u004/4.2/examples/complete.xml}, in an envelope of its own; not signed yet. */
    String example(String file, Envelope envelope, CaseLink link) {
        try (var in = DocumentCatalogue.class.getResourceAsStream("/be/kruispunt/documents/types/" + file)) {
            IncomingDocument example =
                    reader.read(Objects.requireNonNull(in, file).readAllBytes());
            var header = new Header(
                            envelope.from(),
                            envelope.to(),
                            example.header().type(),
                            envelope.instance(),
                            Instant.now().truncatedTo(ChronoUnit.MILLIS),
                            envelope.process(),
                            envelope.caseId(),
                            envelope.legalContext(),
                            Optional.empty())
                    .withLink(link);
            return new String(writer.serialise(writer.write(header, example.payload())), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Unreadable e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }

    /** Not signed yet. */
    String text(Kind sample) {
        return text(sample, envelope(sample));
    }

    String text(Kind sample, Envelope envelope) {
        return text(sample, envelope, Map.of());
    }

    /** Not signed yet; texts of the sample are replaced wherever they stand. */
    String text(Kind sample, Envelope envelope, Map<String, String> texts) {
        return new String(writer.serialise(forms.fill(sample, envelope, texts)), UTF_8);
    }

    byte[] signed(Kind sample, Envelope envelope) {
        return signed(envelope.from(), text(sample, envelope));
    }

    byte[] signed(InstitutionId signer, String text) {
        return signed(trust.identity(signer), text);
    }

    byte[] signed(SigningIdentity signer, String text) {
        return signed(signer, text, InstantSource.system());
    }

    byte[] signed(SigningIdentity signer, String text, InstantSource clock) {
        Document dom = parse(text);
        new DocumentSigner(signer, crypto, clock).sign(dom);
        return writer.serialise(dom);
    }

    byte[] bytes(Document dom) {
        return writer.serialise(dom);
    }

    static Document parse(byte[] xml) {
        return parse(new String(xml, UTF_8));
    }

    static Document parse(String xml) {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The text with one thing changed, which must stand in it. */
    static String changed(String text, String what, String by) {
        assertThat(text).contains(what);
        return text.replace(what, by);
    }

    /** The bytes with one thing changed, which must stand in them: after signing, this is forgery. */
    static byte[] changed(byte[] xml, String what, String by) {
        return changed(new String(xml, UTF_8), what, by).getBytes(UTF_8);
    }

    /** The text without what stands from one text up to another. */
    static String cut(String text, String from, String to) {
        assertThat(text).contains(from).contains(to);
        int begin = text.indexOf(from);
        return text.substring(0, begin) + text.substring(text.indexOf(to, begin));
    }

    /** The line, from 1, on which this first stands. */
    static int line(byte[] xml, String what) {
        String text = new String(xml, UTF_8);
        assertThat(text).contains(what);
        return (int) text.substring(0, text.indexOf(what) + 1).lines().count();
    }
}
