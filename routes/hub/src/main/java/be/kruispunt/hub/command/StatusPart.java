package be.kruispunt.hub.command;

import java.util.List;
import java.util.Map;

/**
 * A part of what {@code hub rights status} says.
 *
 * @param name what it is about; its key in JSON
 * @param lines for a person
 * @param seeTo what has to be seen to, each with the command that helps
 * @param items the same for a program
 */
record StatusPart(String name, List<String> lines, List<String> seeTo, List<Map<String, Object>> items) {
    StatusPart {
        lines = List.copyOf(lines);
        seeTo = List.copyOf(seeTo);
        items = List.copyOf(items);
    }
}
