package be.kruispunt.store;

import be.kruispunt.model.cases.CaseFile;
import be.kruispunt.model.cases.CaseRole;
import be.kruispunt.model.cases.Participant;
import be.kruispunt.model.id.InstitutionId;
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
import java.util.Optional;
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

    String ofParticipants(List<Participant> participants) {
        ArrayNode array = mapper.createArrayNode();
        for (Participant one : participants) {
            ObjectNode node = array.addObject()
                    .put("institution", one.institution().value())
                    .put("role", one.role().name());
            one.left().ifPresent(ticket -> node.put("left", ticket.toString()));
        }
        return array.toString();
    }

    List<Participant> toParticipants(String json) {
        var participants = new ArrayList<Participant>();
        for (JsonNode node : read(json)) {
            participants.add(new Participant(
                    InstitutionId.of(node.path("institution").asText()),
                    CaseRole.valueOf(node.path("role").asText()),
                    ticket(node, "left")));
        }
        return participants;
    }

    String ofEvents(List<CaseFile.Event> events) {
        ArrayNode array = mapper.createArrayNode();
        for (CaseFile.Event event : events) {
            ObjectNode node = array.addObject()
                    .put("ticket", event.ticket().toString())
                    .put("act", event.act())
                    .put("by", event.by().value());
            ArrayNode to = node.putArray("to");
            event.to().stream().sorted().forEach(one -> to.add(one.value()));
            event.about().ifPresent(ticket -> node.put("about", ticket.toString()));
            node.put("at", event.at().toString());
        }
        return array.toString();
    }

    List<CaseFile.Event> toEvents(String json) {
        var events = new ArrayList<CaseFile.Event>();
        for (JsonNode node : read(json)) {
            var to = new HashSet<InstitutionId>();
            node.path("to").forEach(one -> to.add(InstitutionId.of(one.asText())));
            events.add(new CaseFile.Event(
                    Ticket.of(node.path("ticket").asText()),
                    node.path("act").asText(),
                    InstitutionId.of(node.path("by").asText()),
                    to,
                    ticket(node, "about"),
                    Instant.parse(node.path("at").asText())));
        }
        return events;
    }

    private static Optional<Ticket> ticket(JsonNode node, String name) {
        return node.hasNonNull(name) ? Optional.of(Ticket.of(node.path(name).asText())) : Optional.empty();
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
