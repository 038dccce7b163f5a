package be.kruispunt.documents;

import be.kruispunt.documents.folder.FolderReader;
import be.kruispunt.documents.folder.Labels;
import be.kruispunt.documents.folder.Language;
import be.kruispunt.documents.xml.Elements;
import be.kruispunt.documents.xml.Unreadable;
import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstanceId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.message.CaseLink;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.message.Omission;
import be.kruispunt.model.message.Provenance;
import be.kruispunt.model.message.Provenance.Earlier;
import be.kruispunt.model.outcome.Finding;
import be.kruispunt.model.outcome.RefusalCode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Reads the header straight from the DOM, once it follows the SBDH schema. */
final class HeaderReader {
    private static final Pattern PROCESS = Pattern.compile("[A-Z][A-Za-z0-9_]{0,31}");
    private static final String WANTED = "wanted";

    /** The scopes of which there can be several. */
    private static final Set<String> REPEATED = Set.of(Sbdh.NOT_CARRIED, Sbdh.TOGETHER_WITH);

    /** As many deliveries a receipt can tell of. */
    private static final int MOST_RECEIVERS = 100;

    private final SchemaCheck schema = new SchemaCheck(Schemas.header(), null, 1);
    private final Labels words = FolderReader.ofEveryone();

    Header read(Element header) throws Unreadable {
        List<Finding> findings = schema.findings(header, this::english);
        if (!findings.isEmpty()) {
            Finding first = findings.getFirst();
            throw new Unreadable(
                    RefusalCode.HEADER_INVALID,
                    first.line(),
                    first.path() + ": " + first.message() + "; " + first.remedy());
        }
        Element identification = only(header, "DocumentIdentification");
        Map<String, Element> scopes = scopes(header);
        OffsetDateTime createdAt = parse(identification, "CreationDateAndTime", HeaderReader::createdAt);
        return new Header(
                institution(only(header, "Sender")),
                receivers(header),
                parse(
                        identification,
                        "document type",
                        at -> DocumentType.of(text(at, "Type"), text(at, "TypeVersion"))),
                parse(identification, "InstanceIdentifier", at -> InstanceId.of(text(at, "InstanceIdentifier"))),
                createdAt.toInstant(),
                required(scopes, header, Sbdh.PROCESS, HeaderReader::process),
                optional(scopes, Sbdh.CASE_ID, CaseId::of),
                required(scopes, header, Sbdh.LEGAL_CONTEXT, LegalContext::of),
                provenance(scopes, header),
                createdAt.getOffset(),
                new CaseLink(
                        optional(scopes, Sbdh.RELATED_TO, Ticket::of),
                        optional(scopes, Sbdh.PARTICIPANT, InstitutionId::of)));
    }

    /** The words under a key of the labels of all documents: what cannot be read is told in English. */
    String english(String key) {
        return words.find(Language.EN, key).orElse("");
    }

    /** The sender's identifier, if the header holds one; for refusals of messages that are otherwise unreadable. */
    static Optional<InstanceId> instance(Element root) {
        try {
            return Elements.child(root, Sbdh.HEADER)
                    .flatMap(header -> Elements.child(header, "DocumentIdentification"))
                    .map(identification -> InstanceId.of(text(identification, "InstanceIdentifier")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static List<InstitutionId> receivers(Element header) throws Unreadable {
        List<Element> receivers = Elements.children(header, "Receiver");
        if (receivers.size() == 1 && namesDirectory(receivers.getFirst())) {
            return List.of();
        }
        if (receivers.size() > MOST_RECEIVERS) {
            throw invalid(receivers.get(MOST_RECEIVERS), "at most " + MOST_RECEIVERS + " receivers " + WANTED);
        }
        var institutions = new java.util.LinkedHashSet<InstitutionId>();
        for (Element receiver : receivers) {
            if (!institutions.add(institution(receiver))) {
                throw invalid(receiver, "the receiver is named twice");
            }
        }
        return List.copyOf(institutions);
    }

    private static boolean namesDirectory(Element receiver) {
        return Elements.child(receiver, "Identifier")
                .filter(id -> id.getAttribute("Authority").equals(Sbdh.DIRECTORY_AUTHORITY))
                .filter(id -> id.getTextContent().equals(Sbdh.DIRECTORY))
                .isPresent();
    }

    private static InstitutionId institution(Element partner) throws Unreadable {
        Element identifier = only(partner, "Identifier");
        if (!identifier.getAttribute("Authority").equals(Sbdh.INSTITUTIONS)) {
            throw invalid(identifier, "Authority " + Sbdh.INSTITUTIONS + " " + WANTED);
        }
        return parse(identifier, Elements.name(partner), at -> InstitutionId.of(at.getTextContent()));
    }

    /** In the years that a form may name (b:Date): a store need not be able to tell of others. */
    private static OffsetDateTime createdAt(Element identification) {
        OffsetDateTime at =
                OffsetDateTime.parse(text(identification, "CreationDateAndTime").strip());
        if (at.getYear() < 1850 || at.getYear() > 2199) {
            throw new IllegalArgumentException("a moment between 1850 and 2199 wanted");
        }
        return at;
    }

    private static String process(String value) {
        if (!PROCESS.matcher(value).matches()) {
            throw new IllegalArgumentException("1 to 32 letters, digits and underscores wanted");
        }
        return value;
    }

    private static Optional<Provenance> provenance(Map<String, Element> scopes, Element header) throws Unreadable {
        Optional<Ticket> ticket = optional(scopes, Sbdh.TICKET, Ticket::of);
        Optional<Digest> digest = optional(scopes, Sbdh.RECEIVED_DIGEST, Digest::ofHex);
        Optional<DocumentType> original = optional(scopes, Sbdh.ORIGINAL_TYPE, HeaderReader::type);
        if (ticket.isPresent() && digest.isPresent() && original.isPresent()) {
            return Optional.of(new Provenance(
                    ticket.get(),
                    digest.get(),
                    original.get(),
                    omissions(header),
                    together(header),
                    optional(scopes, Sbdh.REPLACES, InstanceId::of)));
        }
        if (ticket.isPresent() || digest.isPresent() || original.isPresent()) {
            throw invalid(header, "TICKET, RECEIVED_DIGEST and ORIGINAL_TYPE go together");
        }
        return Optional.empty();
    }

    private static List<Omission> omissions(Element header) {
        return scopes(header, Sbdh.NOT_CARRIED).stream()
                .map(scope -> new Omission(text(scope, "InstanceIdentifier"), text(scope, "Identifier")))
                .toList();
    }

    private static List<Earlier> together(Element header) throws Unreadable {
        var together = new ArrayList<Earlier>();
        for (Element scope : scopes(header, Sbdh.TOGETHER_WITH)) {
            together.add(parse(
                    scope,
                    Sbdh.TOGETHER_WITH,
                    at -> new Earlier(
                            Ticket.of(text(at, "InstanceIdentifier")), Digest.ofHex(text(at, "Identifier")))));
        }
        return together;
    }

    private static List<Element> scopes(Element header, String type) {
        return Elements.child(header, "BusinessScope")
                .map(scope -> Elements.children(scope, "Scope"))
                .orElse(List.of())
                .stream()
                .filter(scope -> text(scope, "Type").equals(type))
                .toList();
    }

    private static DocumentType type(String value) {
        int space = value.indexOf(' ');
        return DocumentType.of(value.substring(0, Math.max(0, space)), value.substring(space + 1));
    }

    private static Map<String, Element> scopes(Element header) throws Unreadable {
        var scopes = new HashMap<String, Element>();
        Optional<Element> scope = Elements.child(header, "BusinessScope");
        for (Element one : scope.isPresent() ? Elements.children(scope.get(), "Scope") : List.<Element>of()) {
            if (scopes.put(text(one, "Type"), one) != null && !REPEATED.contains(text(one, "Type"))) {
                throw invalid(one, "a scope of this type stands there twice");
            }
        }
        return scopes;
    }

    private static <T> T required(Map<String, Element> scopes, Element header, String type, Function<String, T> parser)
            throws Unreadable {
        Optional<T> value = optional(scopes, type, parser);
        if (value.isEmpty()) {
            throw invalid(header, "a scope of type " + type + " is missing");
        }
        return value.get();
    }

    private static <T> Optional<T> optional(Map<String, Element> scopes, String type, Function<String, T> parser)
            throws Unreadable {
        Element scope = scopes.get(type);
        return scope == null
                ? Optional.empty()
                : Optional.of(parse(scope, type, at -> parser.apply(text(at, "InstanceIdentifier"))));
    }

    private static <T> T parse(Element at, String what, Function<Element, T> parser) throws Unreadable {
        try {
            return parser.apply(at);
        } catch (DateTimeParseException e) {
            // Its message repeats the value.
            throw invalid(at, what + ": a moment with its offset from UTC " + WANTED);
        } catch (IllegalArgumentException e) {
            throw invalid(at, what + ": " + e.getMessage());
        }
    }

    private static Element only(Element parent, String name) throws Unreadable {
        List<Element> found = Elements.children(parent, name);
        if (found.size() != 1) {
            throw invalid(parent, "exactly one " + name + " " + WANTED);
        }
        return found.getFirst();
    }

    private static String text(Element parent, String name) {
        return Elements.text(parent, name);
    }

    private static Unreadable invalid(Element at, String detail) {
        return new Unreadable(RefusalCode.HEADER_INVALID, Elements.line(at), detail);
    }
}
