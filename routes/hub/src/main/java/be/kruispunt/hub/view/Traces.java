package be.kruispunt.hub.view;

import be.kruispunt.access.Authorisation;
import be.kruispunt.hub.register.RegisterText;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.outcome.AuditEntry;
import be.kruispunt.store.TracedMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A message's path in lines for a person and in JSON. Codes, times and digests; never content. */
public final class Traces {
    private static final RegisterText TEXT = new RegisterText(false);

    private Traces() {}

    /** The lines, a step each. */
    public static List<String> lines(TracedMessage message) {
        var lines = new ArrayList<String>();
        lines.add("ticket " + message.ticket() + "  "
                + message.header().map(Traces::summary).orElse("header not read") + "  from " + message.user());
        for (AuditEntry entry : message.audit()) {
            lines.add("  %s  %-12s %s%s"
                    .formatted(
                            entry.at(),
                            entry.step(),
                            entry.passed() ? "passed" : "refused " + entry.code(),
                            entry.detail().isEmpty() ? "" : "  " + entry.detail()));
        }
        lines.add("  " + answer(message));
        message.deliveries().forEach(delivery -> lines.add("  " + delivery(delivery)));
        message.caseFile().ifPresent(file -> {
            lines.add("  case " + file.id() + " of " + file.process() + ": " + CaseText.parties(file));
            file.events()
                    .forEach(event -> lines.add("    " + event.act() + " by " + event.by() + "  " + event.ticket()));
        });
        return lines;
    }

    private static String answer(TracedMessage message) {
        return (message.delivered() ? "queued: " : "recorded, not yet known to be queued: ")
                + message.refusal().map(code -> "refusal to ").orElse("receipt to ")
                + message.user();
    }

    private static String delivery(TracedMessage.Delivery delivery) {
        String state = delivery.queuedAt().map(at -> "queued since " + at).orElse("not yet known to be queued")
                + delivery.takenAt().map(at -> ", taken at " + at).orElse(", not taken")
                + delivery.returnedAt()
                        .map(at -> ", rejected by its receiver at " + at)
                        .orElse("");
        return delivery.type() + " to " + delivery.receiver() + " sha256 " + delivery.digest() + ": " + state;
    }

    private static String summary(Header header) {
        return header.type() + "  instance " + header.instance();
    }

    /** The authorisations by which it was let through, as they stood when that was decided. */
    public static List<String> authorisationLines(List<Authorisation> authorisations) {
        var lines = new ArrayList<String>();
        for (Authorisation authorisation : authorisations) {
            lines.add("  authorisation " + authorisation.number() + " as it stood when the message was let through");
            TEXT.of(authorisation).lines().forEach(line -> lines.add("    " + line));
        }
        return lines;
    }

    /** The same for a program. */
    public static Map<String, Object> json(TracedMessage message, List<Authorisation> authorisations) {
        Map<String, Object> map = json(message);
        map.put(
                "authorisations",
                authorisations.stream().map(a -> TEXT.of(a).fields()).toList());
        return map;
    }

    private static Map<String, Object> json(TracedMessage message) {
        var map = new LinkedHashMap<String, Object>();
        map.put("ticket", message.ticket().toString());
        map.put("user", message.user().value());
        map.put("receivedSha256", message.digest().hex());
        map.put("receivedAt", message.receivedAt().toString());
        map.put("delivered", message.delivered());
        map.put("refusal", message.refusal().map(Enum::name).orElse(""));
        message.header().ifPresent(header -> {
            map.put("type", header.type().toString());
            map.put("instance", header.instance().toString());
        });
        message.caseFile().ifPresent(file -> {
            map.put("case", file.id().toString());
            map.put("caseFile", CaseText.json(file));
        });
        map.put("steps", message.audit().stream().map(Traces::json).toList());
        map.put("deliveries", message.deliveries().stream().map(Traces::json).toList());
        return map;
    }

    private static Map<String, Object> json(AuditEntry entry) {
        return Map.of(
                "step", entry.step().name(),
                "passed", entry.passed(),
                "code", entry.code(),
                "at", entry.at().toString(),
                "detail", entry.detail());
    }

    private static Map<String, Object> json(TracedMessage.Delivery delivery) {
        var map = new LinkedHashMap<String, Object>();
        map.put("receiver", delivery.receiver().value());
        map.put("type", delivery.type().toString());
        map.put("sha256", delivery.digest().hex());
        delivery.queuedAt().ifPresent(at -> map.put("queuedAt", at.toString()));
        delivery.takenAt().ifPresent(at -> map.put("takenAt", at.toString()));
        delivery.returnedAt().ifPresent(at -> map.put("returnedAt", at.toString()));
        return map;
    }
}
