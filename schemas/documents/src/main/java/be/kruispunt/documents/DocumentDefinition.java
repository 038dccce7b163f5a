package be.kruispunt.documents;

import be.kruispunt.documents.rules.BoxNumbers;
import be.kruispunt.documents.rules.Findings;
import be.kruispunt.documents.rules.Reading;
import be.kruispunt.documents.rules.Report;
import be.kruispunt.documents.rules.Rule;
import be.kruispunt.documents.xml.Limits;
import be.kruispunt.documents.xml.Unreadable;
import be.kruispunt.documents.xml.XmlReader;
import be.kruispunt.model.message.DocumentFacts;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.outcome.Finding;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.xml.namespace.QName;
import org.w3c.dom.Element;

/**
 * A document type: its schema, its classes, its rules and its facts, each compiled once. Safe for all threads.
 *
 * @param <T> the class of its root
 */
public final class DocumentDefinition<T> {
    private final DocumentType type;
    private final QName root;
    private final List<Rule<T>> rules;
    private final Function<Reading<T>, DocumentFacts> facts;
    private final BoxNumbers boxes;
    private final SchemaCheck schema;
    private final Binding<T> binding;

    /**
     * What makes a document type.
     *
     * @param type code and version
     * @param namespace of its schema
     * @param schema file of its schema
     * @param root the class that the build generates for its root element
     * @param rules its rules
     * @param facts its facts
     */
    record Parts<T>(
            DocumentType type,
            String namespace,
            String schema,
            Class<T> root,
            List<Rule<T>> rules,
            Function<Reading<T>, DocumentFacts> facts) {}

    DocumentDefinition(Parts<T> parts) {
        this.type = parts.type();
        this.root = new QName(parts.namespace(), parts.root().getSimpleName());
        this.rules = List.copyOf(parts.rules());
        this.facts = parts.facts();
        this.boxes = boxes(parts.schema());
        this.schema = new SchemaCheck(Schemas.document(parts.schema()), boxes, Findings.MOST);
        this.binding = new Binding<>(parts.root());
    }

    public DocumentType type() {
        return type;
    }

    /** The name of its root element. */
    public QName root() {
        return root;
    }

    /** The codes of its rules, in their order. */
    public List<String> ruleCodes() {
        return rules.stream().map(Rule::code).toList();
    }

    List<Rule<T>> rules() {
        return rules;
    }

    Binding<T> binding() {
        return binding;
    }

    Validation validate(Header header, Element payload) {
        return validate(header, payload, () -> binding.read(payload));
    }

    /** The same of what was written from {@code content}, which need not be read again. */
    Validation validateWritten(Header header, Object content, Element payload) {
        return validate(header, payload, () -> binding.cast(content));
    }

    private Validation validate(Header header, Element payload, Supplier<T> content) {
        List<Finding> schemaFindings = schema.findings(payload);
        if (!schemaFindings.isEmpty()) {
            return Validation.refused(schemaFindings);
        }
        var reading = new Reading<>(content.get(), payload, boxes, header);
        List<Finding> findings = Report.of(reading, rules, Findings.MOST);
        if (findings.stream().anyMatch(Finding::isError)) {
            return Validation.refused(findings);
        }
        return Validation.accepted(findings, new ReadDocument(type, reading.content(), facts.apply(reading)));
    }

    private static BoxNumbers boxes(String schema) {
        try {
            return BoxNumbers.of(
                    new XmlReader(Limits.STANDARD).read(Schemas.bytes(schema)).getDocumentElement());
        } catch (Unreadable e) {
            throw new IllegalStateException(schema + " cannot be read", e);
        }
    }

    @Override
    public String toString() {
        return type.toString();
    }
}
