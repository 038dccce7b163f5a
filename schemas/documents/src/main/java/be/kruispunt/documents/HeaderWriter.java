package be.kruispunt.documents;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.message.Header;
import java.time.format.DateTimeFormatter;
import javax.xml.XMLConstants;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Writes the header into the DOM: the counterpart of {@link HeaderReader}. */
final class HeaderWriter {
    /** With a prefix, because documents have elements without namespace, which a default namespace would take in. */
    private static final String PREFIX = "sbdh:";

    private HeaderWriter() {}

    static Element root(Document message) {
        Element root = message.createElementNS(Sbdh.NAMESPACE, PREFIX + Sbdh.DOCUMENT);
        root.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:sbdh", Sbdh.NAMESPACE);
        message.appendChild(root);
        return root;
    }

    static void append(Element root, Header header, String namespace) {
        Element element = add(root, Sbdh.HEADER);
        add(element, "HeaderVersion", Sbdh.HEADER_VERSION);
        partner(element, "Sender", header.sender());
        header.receivers().forEach(receiver -> partner(element, "Receiver", receiver));
        if (header.receivers().isEmpty()) {
            partner(element, "Receiver", Sbdh.DIRECTORY_AUTHORITY, Sbdh.DIRECTORY);
        }
        Element identification = add(element, "DocumentIdentification");
        add(identification, "Standard", namespace);
        add(identification, "TypeVersion", header.type().version());
        add(identification, "InstanceIdentifier", header.instance().toString());
        add(identification, "Type", header.type().code());
        add(
                identification,
                "CreationDateAndTime",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(header.createdAt().atOffset(header.offset())));
        scopes(add(element, "BusinessScope"), header);
    }

    private static void scopes(Element scopes, Header header) {
        scope(scopes, Sbdh.PROCESS, header.process());
        header.caseId().ifPresent(id -> scope(scopes, Sbdh.CASE_ID, id.toString()));
        scope(scopes, Sbdh.LEGAL_CONTEXT, header.legalContext().value());
        header.link().relatedTo().ifPresent(ticket -> scope(scopes, Sbdh.RELATED_TO, ticket.toString()));
        header.link().participant().ifPresent(one -> scope(scopes, Sbdh.PARTICIPANT, one.value()));
        header.provenance().ifPresent(provenance -> {
            scope(scopes, Sbdh.TICKET, provenance.ticket().toString());
            scope(scopes, Sbdh.RECEIVED_DIGEST, provenance.received().hex());
            scope(scopes, Sbdh.ORIGINAL_TYPE, provenance.original().toString());
            provenance
                    .together()
                    .forEach(earlier -> scope(
                            scopes,
                            Sbdh.TOGETHER_WITH,
                            earlier.ticket().toString(),
                            earlier.received().hex()));
            provenance.replaces().ifPresent(document -> scope(scopes, Sbdh.REPLACES, document.toString()));
            provenance
                    .omissions()
                    .forEach(omission -> scope(scopes, Sbdh.NOT_CARRIED, omission.boxes(), omission.reason()));
        });
    }

    private static Element scope(Element scopes, String type, String value) {
        Element scope = add(scopes, "Scope");
        add(scope, "Type", type);
        add(scope, "InstanceIdentifier", value);
        return scope;
    }

    private static void scope(Element scopes, String type, String value, String besides) {
        add(scope(scopes, type, value), "Identifier", besides);
    }

    private static void partner(Element header, String role, InstitutionId institution) {
        partner(header, role, Sbdh.INSTITUTIONS, institution.value());
    }

    private static void partner(Element header, String role, String authority, String value) {
        Element identifier = add(add(header, role), "Identifier");
        identifier.setAttributeNS(null, "Authority", authority);
        identifier.setTextContent(value);
    }

    private static void add(Element parent, String name, String text) {
        add(parent, name).appendChild(parent.getOwnerDocument().createTextNode(text));
    }

    private static Element add(Element parent, String name) {
        Element child = parent.getOwnerDocument().createElementNS(Sbdh.NAMESPACE, PREFIX + name);
        parent.appendChild(child);
        return child;
    }
}
