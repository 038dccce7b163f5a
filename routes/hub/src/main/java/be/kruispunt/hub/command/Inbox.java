package be.kruispunt.hub.command;

import be.kruispunt.documents.Answer;
import be.kruispunt.documents.AnswerReader;
import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.documents.IncomingDocument;
import be.kruispunt.documents.ReceiptContent;
import be.kruispunt.documents.RefusalContent;
import be.kruispunt.documents.xml.Unreadable;
import be.kruispunt.hub.view.LossReports;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.message.Provenance;
import be.kruispunt.model.outcome.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an institution finds in its queue, put into words. */
public final class Inbox {
    private final Documents documents;

    /** {@code catalogue}: the types that are known. */
    public Inbox(DocumentCatalogue catalogue) {
        this.documents = new Documents(catalogue);
    }

    /** One message. */
    public record Entry(Header header, List<String> lines, Map<String, Object> json) {
        /** A name that sorts and tells: type and instance. */
        String fileName() {
            return header.type().code() + "-" + header.instance() + ".xml";
        }
    }

    /** Reads a message that the hub sent. */
    public Entry read(byte[] xml) {
        try {
            IncomingDocument document = documents.read(xml);
            Optional<Answer> answer = documents.validate(document).document().flatMap(AnswerReader::read);
            return answer.map(content -> switch (content) {
                        case ReceiptContent receipt -> receipt(document.header(), receipt);
                        case RefusalContent refusal -> refusal(document.header(), refusal);
                    })
                    .orElseGet(() -> document(document.header()));
        } catch (Unreadable e) {
            throw new IllegalStateException(
                    "the hub sent something that cannot be read: " + e.refusal().detail(), e);
        }
    }

    private static Entry receipt(Header header, ReceiptContent receipt) {
        var lines = new ArrayList<String>();
        lines.add("RECEIPT for " + receipt.instance() + ": ticket " + receipt.ticket() + ", case " + receipt.caseId());
        for (ReceiptContent.Delivery delivery : receipt.deliveries()) {
            lines.add("  goes to " + delivery.receiver() + " as " + delivery.type());
            delivery.loss().map(LossReports::lines).orElse(List.of()).forEach(line -> lines.add("    " + line));
        }
        for (Finding warning : receipt.warnings()) {
            lines.add("  " + Documents.line(warning));
        }
        var json = json(header);
        json.put("ticket", receipt.ticket().toString());
        json.put("receiptFor", receipt.instance().toString());
        json.put("warnings", Documents.json(receipt.warnings()));
        return new Entry(header, lines, json);
    }

    private static Entry refusal(Header header, RefusalContent refusal) {
        var lines = new ArrayList<String>();
        lines.add("REFUSAL " + refusal.refusal().code()
                + refusal.instance().map(id -> " of " + id).orElse("") + ": ticket " + refusal.ticket());
        lines.add("  " + refusal.refusal().code().meaning() + ": "
                + refusal.refusal().detail());
        lines.add("  remedy: " + refusal.refusal().code().remedy());
        refusal.refusal().findings().forEach(finding -> lines.add("  " + Documents.line(finding)));
        var json = json(header);
        json.put("ticket", refusal.ticket().toString());
        json.putAll(Documents.json(refusal.refusal()));
        return new Entry(header, lines, json);
    }

    private static Entry document(Header header) {
        var lines = new ArrayList<String>();
        lines.add(header.type() + " from " + header.sender() + "  instance " + header.instance()
                + header.caseId().map(id -> "  case " + id).orElse(""));
        header.provenance().filter(p -> !p.original().equals(header.type())).ifPresent(p -> {
            lines.add("  translated by the hub from " + p.original());
            p.together().forEach(one -> lines.add("  together with message " + one.ticket()));
            p.replaces().ifPresent(one -> lines.add("  takes the place of the document with instance " + one));
            p.omissions().forEach(o -> lines.add("  not carried: " + o.boxes() + ": " + o.reason()));
        });
        var json = json(header);
        header.provenance().flatMap(Provenance::replaces).ifPresent(one -> json.put("replaces", one.toString()));
        return new Entry(header, lines, json);
    }

    private static Map<String, Object> json(Header header) {
        var json = new LinkedHashMap<String, Object>();
        json.put("type", header.type().toString());
        json.put("sender", header.sender().value());
        json.put("instance", header.instance().toString());
        json.put("process", header.process());
        header.caseId().ifPresent(id -> json.put("case", id.toString()));
        return json;
    }
}
