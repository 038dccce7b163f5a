package be.kruispunt.hub.view;

import be.kruispunt.model.cases.CaseFile;
import be.kruispunt.model.cases.CaseFile.Event;
import be.kruispunt.model.cases.Participant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A case in a line for a person, and for a program. */
public final class CaseText {
    private CaseText() {}

    /** Who takes part, or took part once. */
    public static String parties(CaseFile file) {
        return file.participants().stream()
                .map(one -> one.institution() + " "
                        + one.role().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                        + (one.takesPart() ? "" : " until it left"))
                .collect(Collectors.joining(", "));
    }

    public static Map<String, Object> json(CaseFile file) {
        var map = new LinkedHashMap<String, Object>();
        map.put("id", file.id().toString());
        map.put("process", file.process());
        map.put("owner", file.owner().value());
        map.put("participants", file.participants().stream().map(CaseText::json).toList());
        map.put("events", file.events().stream().map(CaseText::json).toList());
        file.closesAt().ifPresent(at -> map.put("closesAt", at.toString()));
        return map;
    }

    private static Map<String, Object> json(Participant one) {
        var map = new LinkedHashMap<String, Object>();
        map.put("institution", one.institution().value());
        map.put("role", one.role().name());
        one.left().ifPresent(ticket -> map.put("left", ticket.toString()));
        return map;
    }

    private static Map<String, Object> json(Event event) {
        var map = new LinkedHashMap<String, Object>();
        map.put("act", event.act());
        map.put("by", event.by().value());
        map.put("to", event.to().stream().sorted().map(Object::toString).toList());
        event.about().ifPresent(ticket -> map.put("about", ticket.toString()));
        map.put("at", event.at().toString());
        map.put("ticket", event.ticket().toString());
        return map;
    }

    /** Numbers of the acts in their order, for who reads that one is about another. */
    public static int number(CaseFile file, Event event) {
        return file.events().indexOf(event) + 1;
    }
}
