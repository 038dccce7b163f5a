package be.kruispunt.hub.command;

import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.documents.DocumentValidator;
import be.kruispunt.documents.IncomingDocument;
import be.kruispunt.documents.MessageReader;
import be.kruispunt.documents.MessageWriter;
import be.kruispunt.documents.ReadDocument;
import be.kruispunt.documents.Validation;
import be.kruispunt.documents.folder.Language;
import be.kruispunt.documents.xml.Limits;
import be.kruispunt.documents.xml.Unreadable;
import be.kruispunt.model.cases.BusinessProcess;
import be.kruispunt.model.cases.CaseRole;
import be.kruispunt.model.cases.ProcessCatalogue;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.message.Provenance;
import be.kruispunt.model.outcome.Finding;
import be.kruispunt.model.outcome.Refusal;
import be.kruispunt.model.outcome.RefusalCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Reading, checking and printing of documents, for the commands that work without a hub. */
final class Documents {
    /** What only a hub makes. */
    private static final Set<String> ANSWERS = Set.of("RECEIPT", "REFUSAL");

    private final ProcessCatalogue processes = ProcessCatalogue.standard();
    private final DocumentCatalogue catalogue;
    private final MessageReader reader;
    private final DocumentValidator validator;
    private final MessageWriter writer;

    /**
     * Sets up.
     *
     * @param catalogue the types that are known
     * @param limits how large a message may be
     */
    Documents(DocumentCatalogue catalogue, Limits limits) {
        this.catalogue = catalogue;
        this.reader = new MessageReader(catalogue, limits);
        this.validator = new DocumentValidator(catalogue);
        this.writer = new MessageWriter(catalogue);
    }

    DocumentCatalogue catalogue() {
        return catalogue;
    }

    IncomingDocument read(byte[] xml) throws Unreadable {
        return reader.read(xml);
    }

    Validation validate(IncomingDocument document) {
        return validate(document, Language.EN);
    }

    Validation validate(IncomingDocument document, Language language) {
        return validator.validate(document, language);
    }

    /**
     * Where a document comes from that is made of this message: what a hub said of that already, or what it is. Without a
     * hub there is no ticket; in its place stands the identifier that the sender gave the message.
     */
    static Provenance provenance(Header original, byte[] message) {
        return original.provenance()
                .orElseGet(() ->
                        new Provenance(new Ticket(original.instance().value()), Digest.of(message), original.type()));
    }

    /** Holds what a translation wrote to what the hub holds it to. */
    Validation validateWritten(Header outgoing, Document written) {
        return validator.validate(
                outgoing, (Element) written.getDocumentElement().getLastChild());
    }

    /**
     * Whether the process that the header names has this document: the hub would refuse it whatever the register says.
     * What the hub itself made keeps the process of what it was made from, and is not sent to a hub.
     */
    Optional<Refusal> holdAgainstProcess(Header header, ReadDocument document, RefusalWords words) {
        if (header.provenance().isPresent() || ANSWERS.contains(header.type().code())) {
            return Optional.empty();
        }
        Optional<BusinessProcess> process = processes.find(header.process());
        if (process.isEmpty()) {
            return Optional.of(Refusal.of(
                    RefusalCode.NOT_ALLOWED_NOW,
                    words.filled(
                            "refusal.process.unknown",
                            Map.of(
                                    "process",
                                    header.process(),
                                    "known",
                                    String.join(", ", processes.alike(header.process()))))));
        }
        var acts = new TreeSet<>(process.get().everyAct(CaseRole.CASE_OWNER));
        acts.addAll(process.get().everyAct(CaseRole.COUNTERPARTY));
        String act = document.facts().act();
        return acts.contains(act)
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        RefusalCode.NOT_ALLOWED_NOW,
                        words.filled(
                                "refusal.process.without",
                                Map.of("process", header.process(), "act", act, "known", String.join(", ", acts)))));
    }

    MessageWriter writer() {
        return writer;
    }

    /** Says why the hub would refuse, in lines and in JSON. */
    static int refuse(Output out, Refusal refusal) {
        return refuse(out, refusal, RefusalWords.in(Language.EN));
    }

    /** The same in other words. */
    static int refuse(Output out, Refusal refusal, RefusalWords words) {
        return refuse(out, refusal, words, out::line);
    }

    /** The same for a command whose standard output is a document: the lines go to standard error. */
    static int refuseBeside(Output out, Refusal refusal) {
        return refuse(out, refusal, RefusalWords.in(Language.EN), out::note);
    }

    private static int refuse(Output out, Refusal refusal, RefusalWords words, Consumer<String> lines) {
        lines.accept("refused: " + refusal.code() + ": " + words.meaning(refusal.code()));
        if (!refusal.detail().isEmpty()) {
            lines.accept("  " + refusal.detail());
        }
        lines.accept("  remedy: " + words.remedy(refusal.code()));
        refusal.findings().forEach(finding -> lines.accept("  " + line(finding)));
        out.json(json(refusal, words));
        return Exit.NEGATIVE.code();
    }

    static Map<String, Object> json(Refusal refusal) {
        return json(refusal, RefusalWords.in(Language.EN));
    }

    private static Map<String, Object> json(Refusal refusal, RefusalWords words) {
        var map = new LinkedHashMap<String, Object>();
        map.put("outcome", "refused");
        map.put("code", refusal.code().name());
        map.put("meaning", words.meaning(refusal.code()));
        map.put("detail", refusal.detail());
        map.put("remedy", words.remedy(refusal.code()));
        map.put("findings", json(refusal.findings()));
        return map;
    }

    static List<Map<String, Object>> json(List<Finding> findings) {
        return findings.stream().map(Documents::json).toList();
    }

    private static Map<String, Object> json(Finding finding) {
        var map = new LinkedHashMap<String, Object>();
        map.put("code", finding.code());
        map.put("severity", finding.severity().name());
        map.put("box", finding.box());
        map.put("path", finding.path());
        map.put("line", finding.line());
        map.put("message", finding.message());
        map.put("remedy", finding.remedy());
        return map;
    }

    static String line(Finding finding) {
        return finding.severity() + " " + finding.code()
                + (finding.box().isEmpty() ? "" : " box " + finding.box())
                + (finding.line() > 0 ? " line " + finding.line() : "")
                + (finding.path().isEmpty() ? "" : " " + finding.path())
                + ": " + finding.message() + "; " + finding.remedy();
    }
}
