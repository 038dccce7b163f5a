package be.kruispunt.hub.command;

import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.documents.DocumentValidator;
import be.kruispunt.documents.IncomingDocument;
import be.kruispunt.documents.MessageReader;
import be.kruispunt.documents.MessageWriter;
import be.kruispunt.documents.Validation;
import be.kruispunt.documents.xml.Limits;
import be.kruispunt.documents.xml.Unreadable;
import be.kruispunt.model.outcome.Finding;
import be.kruispunt.model.outcome.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reading, checking and printing of documents, for the commands that work without a hub. */
final class Documents {
    private final DocumentCatalogue catalogue = DocumentCatalogue.standard();
    private final MessageReader reader = new MessageReader(catalogue, Limits.STANDARD);
    private final DocumentValidator validator = new DocumentValidator(catalogue);
    private final MessageWriter writer = new MessageWriter(catalogue);

    IncomingDocument read(byte[] xml) throws Unreadable {
        return reader.read(xml);
    }

    Validation validate(IncomingDocument document) {
        return validator.validate(document);
    }

    MessageWriter writer() {
        return writer;
    }

    /** Says why the hub would refuse, in lines and in JSON. */
    static int refuse(Output out, Refusal refusal) {
        out.line("refused: " + refusal.code() + ": " + refusal.code().meaning());
        if (!refusal.detail().isEmpty()) {
            out.line("  " + refusal.detail());
        }
        out.line("  remedy: " + refusal.code().remedy());
        refusal.findings().forEach(finding -> out.line("  " + line(finding)));
        out.json(json(refusal));
        return HubCommand.NEGATIVE;
    }

    static Map<String, Object> json(Refusal refusal) {
        var map = new LinkedHashMap<String, Object>();
        map.put("outcome", "refused");
        map.put("code", refusal.code().name());
        map.put("meaning", refusal.code().meaning());
        map.put("detail", refusal.detail());
        map.put("remedy", refusal.code().remedy());
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
