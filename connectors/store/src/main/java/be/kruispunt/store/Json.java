package be.kruispunt.store;

import be.kruispunt.model.cases.CaseFile;
import be.kruispunt.model.cases.CaseRole;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.outcome.AuditEntry;
import be.kruispunt.model.outcome.Step;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The lists that stand in one column, as JSON. Field by field: what is kept for years must not follow a renamed class. */
final class Json {
    private final ObjectMapper mapper = new ObjectMapper();

    String ofAudit(List<AuditEntry> entries) {
        ArrayNode array = mapper.createArrayNode();
        for (AuditEntry entry : entries) {
            ObjectNode node = array.addObject();
            node.put("step", entry.step().name());
            node.put("passed", entry.passed());
            node.put("at", entry.at().toString());
            putUnlessEmpty(node, "code", entry.code());
            putUnlessEmpty(node, "detail", entry.detail());
        }
        return array.toString();
    }

    List<AuditEntry> toAudit(String json) {
        var entries = new ArrayList<AuditEntry>();
        for (JsonNode node : read(json)) {
            entries.add(new AuditEntry(
                    Step.valueOf(node.path("step").asText()),
                    node.path("passed").asBoolean(),
                    node.path("code").asText(),
                    Instant.parse(node.path("at").asText()),
                    node.path("detail").asText()));
        }
        return entries;
    }

    String ofEvents(List<CaseFile.Event> events) {
        ArrayNode array = mapper.createArrayNode();
        for (CaseFile.Event event : events) {
            array.addObject()
                    .put("act", event.act())
                    .put("by", event.by().name())
                    .put("ticket", event.ticket().value().toString());
        }
        return array.toString();
    }

    List<CaseFile.Event> toEvents(String json) {
        var events = new ArrayList<CaseFile.Event>();
        for (JsonNode node : read(json)) {
            events.add(new CaseFile.Event(
                    node.path("act").asText(),
                    CaseRole.valueOf(node.path("by").asText()),
                    Ticket.of(node.path("ticket").asText())));
        }
        return events;
    }

    String ofBoxes(Map<String, String> boxes) {
        ObjectNode node = mapper.createObjectNode();
        boxes.forEach(node::put);
        return node.toString();
    }

    Map<String, String> toBoxes(String json) {
        var boxes = new HashMap<String, String>();
        read(json)
                .properties()
                .forEach(box -> boxes.put(box.getKey(), box.getValue().asText()));
        return boxes;
    }

    /** An object's fields as texts; what is null is left out, and what is a list stays JSON. */
    SortedMap<String, String> toFields(String json) {
        var fields = new TreeMap<String, String>();
        read(json).properties().stream()
                .filter(field -> !field.getValue().isNull())
                .forEach(field -> fields.put(
                        field.getKey(),
                        field.getValue().isValueNode()
                                ? field.getValue().asText()
                                : field.getValue().toString()));
        return fields;
    }

    Set<String> toTexts(String json) {
        var texts = new HashSet<String>();
        read(json).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static void putUnlessEmpty(ObjectNode node, String name, String value) {
        if (!value.isEmpty()) {
            node.put(name, value);
        }
    }

    private JsonNode read(String json) {
        try {
            return mapper.readTree(json);
        } catch (JsonProcessingException e) {
            // Without its cause, which quotes the text.
            throw new IllegalStateException("a column holds no JSON; was the database edited by hand?");
        }
    }
}
