package be.kruispunt.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.documents.DocumentValidator;
import be.kruispunt.documents.IncomingDocument;
import be.kruispunt.documents.MessageReader;
import be.kruispunt.documents.MessageWriter;
import be.kruispunt.documents.ReadDocument;
import be.kruispunt.documents.Samples;
import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.documents.xml.Limits;
import be.kruispunt.documents.xml.Unreadable;
import be.kruispunt.model.message.Header;
import be.kruispunt.translation.Translator;
import be.kruispunt.trust.GivenSignature;
import be.kruispunt.trust.VerifiedSignature;

/** Messages as they are written, at a stage of the path: read by the hub's own reader, and held against their schema. */
final class GivenXml {
    static final DocumentCatalogue CATALOGUE = DocumentCatalogue.standard();
    static final MessageReader READER = new MessageReader(CATALOGUE, Limits.OF_WHAT_THE_HUB_SENDS);
    static final MessageWriter WRITER = new MessageWriter(CATALOGUE);
    static final DocumentValidator VALIDATOR = new DocumentValidator(CATALOGUE);
    static final Translator TRANSLATOR = Translator.standard(CATALOGUE);

    private GivenXml() {}

    /** ADEM's, for RVA. */
    static String u1() {
        return new String(Samples.template(Kind.U1), UTF_8);
    }

    static IncomingDocument read(byte[] xml) {
        try {
            return READER.read(xml);
        } catch (Unreadable e) {
            throw new IllegalArgumentException(e);
        }
    }

    static IncomingDocument read(String xml) {
        return read(xml.getBytes(UTF_8));
    }

    /** Signed and handed in by whom its header names. */
    static Authenticated authenticated(String xml) {
        IncomingDocument document = read(xml);
        Header header = document.header();
        VerifiedSignature signature =
                GivenSignature.by(header.sender(), Given.NOW, document.dom().getDocumentElement());
        var believed = (Result.Passed<BelievedHeader>)
                BelievedHeader.of(new ClaimedHeader(header), signature, header.sender());
        return new Authenticated(Given.received(header.sender(), xml), believed.value(), document.payload(), signature);
    }

    static Validated validated(String xml) {
        IncomingDocument document = read(xml);
        ReadDocument content = VALIDATOR.validate(document).document().orElseThrow();
        return Given.validated(Given.received(document.header().sender(), xml), document, content);
    }
}
