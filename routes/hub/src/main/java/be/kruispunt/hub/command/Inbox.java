package be.kruispunt.hub.command;

import be.kruispunt.documents.Answer;
import be.kruispunt.documents.AnswerReader;
import be.kruispunt.documents.IncomingDocument;
import be.kruispunt.documents.ReceiptContent;
import be.kruispunt.documents.RefusalContent;
import be.kruispunt.documents.xml.Unreadable;
import be.kruispunt.hub.view.LineTexts;
import be.kruispunt.hub.view.LossReports;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.message.Provenance;
import be.kruispunt.model.outcome.Finding;
import be.kruispunt.model.outcome.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an institution finds in its queue, put into words. */
final class Inbox {
    private final Documents documents;

    /** {@code documents}: reads what the hub sends. */
    Inbox(Documents documents) {
        this.documents = documents;
    }

    /**
     * One message.
     *
     * @param fileName a name that sorts and tells: type and instance
     */
    record Entry(String fileName, List<String> lines, Map<String, Object> json) {
        private Entry(Header header, List<String> lines, Map<String, Object> json) {
            this(header.type().code() + "-" + header.instance() + ".xml", lines, json);
        }
    }

    /** Reads a message that the hub sent. */
    Entry read(byte[] xml) {
        try {
            IncomingDocument document = documents.read(xml);
            Optional<Answer> answer = documents.validate(document).document().flatMap(AnswerReader::read);
            return answer.map(content -> switch (content) {
                        case ReceiptContent receipt -> receipt(document.header(), receipt);
                        case RefusalContent refusal -> refusal(document.header(), refusal);
                    })
                    .orElseGet(() -> document(document.header()));
        } catch (Unreadable e) {
            return unread(xml, e.refusal());
        }
    }

    /** Such as of a type of the hub's operator, who did not hand it to this institution. It must not block what follows. */
    private static Entry unread(byte[] xml, Refusal why) {
        String digest = Digest.of(xml).hex();
        var lines = List.of(
                "something that cannot be read here: " + why.code() + ": " + why.detail(), "  sha256 " + digest);
        var json = new LinkedHashMap<String, Object>();
        json.put("type", "");
        json.put("sha256", digest);
        json.putAll(Documents.json(why));
        json.put("outcome", "not read");
        return new Entry("UNREAD-" + digest + ".xml", lines, json);
    }

    private static Entry receipt(Header header, ReceiptContent receipt) {
        var lines = new ArrayList<String>();
        lines.add("RECEIPT for " + receipt.instance() + ": ticket " + receipt.ticket()
                + receipt.inCase().map(id -> ", case " + id).orElse(""));
        receipt.lines().map(LineTexts::of).orElse(List.of()).forEach(line -> lines.add("  " + line));
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
        receipt.lines().ifPresent(answers -> json.put("lines", LineTexts.json(answers)));
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
