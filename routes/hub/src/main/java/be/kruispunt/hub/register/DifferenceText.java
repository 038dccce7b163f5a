package be.kruispunt.hub.register;

import be.kruispunt.access.RegisterDifference;
import be.kruispunt.access.RegisterDifference.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A difference for a person and for a program. Of what changes, the former lines and the new ones are told. */
public record DifferenceText(RegisterText text) {
    /** One change. */
    private record Told(String kind, Optional<Item> before, Optional<Item> after) {
        private String change() {
            return before.isEmpty() ? "added" : after.isEmpty() ? "removed" : "changed";
        }

        private List<String> lines() {
            List<String> old = before.map(Item::lines).orElse(List.of());
            List<String> now = after.map(Item::lines).orElse(List.of());
            var lines = new ArrayList<String>();
            lines.add((before.isEmpty() ? "+ " : after.isEmpty() ? "- " : "~ ") + kind);
            if (before.isPresent() && after.isPresent() && old.getFirst().equals(now.getFirst())) {
                lines.add("    " + old.getFirst()); // whose change it is
            }
            old.stream().filter(line -> !now.contains(line)).forEach(line -> lines.add("-   " + line));
            now.stream().filter(line -> !old.contains(line)).forEach(line -> lines.add("+   " + line));
            return lines;
        }

        private Map<String, Object> json() {
            var json = new LinkedHashMap<String, Object>();
            json.put("change", change());
            json.put("kind", kind);
            before.ifPresent(item -> json.put("before", item.fields()));
            after.ifPresent(item -> json.put("after", item.fields()));
            return json;
        }
    }

    /** In lines: + for what comes, - for what goes, ~ for what changes. */
    public List<String> lines(RegisterDifference difference) {
        return told(difference).stream().flatMap(told -> told.lines().stream()).toList();
    }

    /** The same for a program. */
    public List<Map<String, Object>> json(RegisterDifference difference) {
        return told(difference).stream().map(Told::json).toList();
    }

    private List<Told> told(RegisterDifference difference) {
        var all = new ArrayList<Told>();
        difference.institutions().forEach(change -> all.add(told("institution", change, text::of)));
        difference.authorisations().forEach(change -> all.add(told("authorisation", change, text::of)));
        difference.lines().forEach(change -> all.add(told("directory", change, text::of)));
        difference.replacedNumbers().forEach(change -> all.add(told("replaced-number", change, text::of)));
        return all;
    }

    private static <T> Told told(String kind, Change<T> change, Function<T, Item> item) {
        return new Told(kind, change.before().map(item), change.after().map(item));
    }
}
