package be.kruispunt.documents;

import be.kruispunt.documents.folder.DocumentFolder;
import be.kruispunt.documents.folder.Language;
import be.kruispunt.documents.rules.BoxNumbers;
import be.kruispunt.documents.rules.Findings;
import be.kruispunt.documents.rules.Reading;
import be.kruispunt.documents.rules.Report;
import be.kruispunt.documents.rules.Report.Words;
import be.kruispunt.documents.rules.Rule;
import be.kruispunt.documents.rules.Rules;
import be.kruispunt.documents.shape.Shape;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.outcome.Finding;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** A document type: what its folder states, ready to be used. Its schema is compiled when it is first needed. Serves all threads. */
public final class DocumentDefinition {
    private final DocumentFolder folder;
    private final Rules rules;
    private final BoxNumbers boxes;
    private final ReentrantLock compiling = new ReentrantLock();
    private volatile @Nullable SchemaCheck schema;

    DocumentDefinition(DocumentFolder folder) {
        this.folder = folder;
        this.rules = Rules.of(folder);
        this.boxes = BoxNumbers.of(folder.boxes());
    }

    public DocumentType type() {
        return folder.type();
    }

    /** The name of its root element. */
    public QName root() {
        return folder.root();
    }

    /** What its folder states. */
    public DocumentFolder folder() {
        return folder;
    }

    /** What its schema declares. */
    public Shape shape() {
        return folder.shape();
    }

    /** The codes of its rules, in their order, each once. */
    public List<String> ruleCodes() {
        return rules.all().stream().map(Rule::code).distinct().toList();
    }

    Rules rules() {
        return rules;
    }

    Reading reading(Header header, Element payload) {
        return Reading.of(payload, header, folder, boxes);
    }

    /** Compiles its schema, if that was not done before. */
    public void prepare() {
        schema();
    }

    private SchemaCheck schema() {
        SchemaCheck compiled = schema;
        if (compiled != null) {
            return compiled;
        }
        compiling.lock();
        try {
            compiled = schema;
            if (compiled == null) {
                compiled = folder.isAnswer()
                        ? SchemaCheck.ofAnswer(Schemas.document(folder), boxes, Findings.MOST)
                        : new SchemaCheck(Schemas.document(folder), boxes, Findings.MOST);
                schema = compiled;
            }
            return compiled;
        } finally {
            compiling.unlock();
        }
    }

    Validation validate(Header header, Element payload, Language language) {
        var words = new Words(folder.labels(), language);
        List<Finding> schemaFindings = schema().findings(payload, words::find);
        if (!schemaFindings.isEmpty()) {
            return Validation.refused(schemaFindings);
        }
        Reading reading = reading(header, payload);
        List<Finding> findings = Report.of(reading, rules.all(), words, Findings.MOST);
        if (findings.stream().anyMatch(Finding::isError)) {
            return Validation.refused(findings);
        }
        return Validation.accepted(
                findings, new ReadDocument(type(), payload, rules.facts().apply(reading)));
    }

    @Override
    public String toString() {
        return type().toString();
    }
}
