package be.kruispunt.hub.register;

import be.kruispunt.access.Placed;
import be.kruispunt.model.outcome.Finding;
import be.kruispunt.model.outcome.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The keys of one mapping, read one by one; what is wrong with them is noted, and reading goes on. */
final class Fields {
    private final String path;
    private final int line;
    private final Map<String, Node> values = new HashMap<>();
    private final List<Finding> findings;
    private boolean sound = true;

    /** Notes what is no mapping, stands twice, or has a key that is not one of these. */
    Fields(Node node, String path, List<String> keys, List<Finding> findings) {
        this.path = path;
        this.line = Yaml.line(node);
        this.findings = findings;
        if (!(node instanceof MappingNode mapping)) {
            note(node, "REGISTER-VALUE", "", "keys and values wanted", "write " + String.join(", ", keys));
            return;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (!keys.contains(key)) {
                note(
                        tuple.getKeyNode(),
                        "REGISTER-UNKNOWN-KEY",
                        "",
                        "there is no key " + quoted(key) + " here",
                        "the keys are " + String.join(", ", keys));
            } else if (values.putIfAbsent(key, tuple.getValueNode()) != null) {
                note(tuple.getKeyNode(), "REGISTER-TWICE", "/" + key, "the key stands twice", "keep one");
            }
        }
    }

    private static String quoted(String key) {
        return key.length() > 40 ? "of " + key.length() + " characters" : "'" + key + "'";
    }

    /** What stands under a key that must be there. */
    <T> Optional<T> required(String key, Function<String, T> reader) {
        if (!values.containsKey(key)) {
            missing(key);
            return Optional.empty();
        }
        return optional(key, reader);
    }

    /** What stands under a key that may be there. */
    <T> Optional<T> optional(String key, Function<String, T> reader) {
        return Optional.ofNullable(values.get(key)).flatMap(node -> value(node, "/" + key, reader));
    }

    /** The values of a list that must be there; those that cannot be read are noted and left out. */
    <T> List<T> list(String key, Function<String, T> reader) {
        return list(items(key, true), reader);
    }

    /** The values of a list that may be there. */
    <T> List<T> optionalList(String key, Function<String, T> reader) {
        return list(items(key, false), reader);
    }

    private <T> List<T> list(List<Placed<Node>> items, Function<String, T> reader) {
        var all = new ArrayList<T>();
        for (Placed<Node> item : items) {
            value(item.value(), item.path().substring(path.length()), reader).ifPresent(all::add);
        }
        return all;
    }

    /** The mappings of a list that must be there. */
    <T> List<T> mappings(String key, List<String> keys, Function<Fields, Optional<T>> reader) {
        return mappings(items(key, true), keys, reader).stream()
                .map(Placed::value)
                .toList();
    }

    /** The mappings of a section, each with its place; nothing where the section is absent. */
    <T> Optional<List<Placed<T>>> section(String key, List<String> keys, Function<Fields, Optional<T>> reader) {
        return values.containsKey(key) ? Optional.of(mappings(items(key, false), keys, reader)) : Optional.empty();
    }

    private <T> List<Placed<T>> mappings(
            List<Placed<Node>> items, List<String> keys, Function<Fields, Optional<T>> reader) {
        var all = new ArrayList<Placed<T>>();
        for (Placed<Node> item : items) {
            var fields = new Fields(item.value(), item.path(), keys, findings);
            reader.apply(fields).ifPresent(value -> all.add(new Placed<>(item.path(), item.line(), value)));
            sound &= fields.sound;
        }
        return all;
    }

    private List<Placed<Node>> items(String key, boolean required) {
        Node list = values.get(key);
        if (list == null) {
            if (required) {
                missing(key);
            }
            return List.of();
        }
        if (!(list instanceof SequenceNode sequence)) {
            note(list, "REGISTER-VALUE", "/" + key, "a list wanted", "begin each item with a hyphen, or write []");
            return List.of();
        }
        var items = new ArrayList<Placed<Node>>();
        for (Node item : sequence.getValue()) {
            items.add(new Placed<>(path + "/" + key + "[" + (items.size() + 1) + "]", Yaml.line(item), item));
        }
        return items;
    }

    private <T> Optional<T> value(Node node, String below, Function<String, T> reader) {
        if (!(node instanceof ScalarNode scalar)) {
            note(node, "REGISTER-VALUE", below, "a single value wanted", "see docs/reference/register.md");
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(scalar.getValue()));
        } catch (IllegalArgumentException e) {
            note(node, "REGISTER-VALUE", below, String.valueOf(e.getMessage()), "see docs/reference/register.md");
            return Optional.empty();
        }
    }

    private void missing(String key) {
        sound = false;
        findings.add(finding(line, "REGISTER-MISSING-KEY", "/" + key, "the key " + key + " is missing", "add it"));
    }

    private void note(Node node, String code, String below, String message, String remedy) {
        sound = false;
        findings.add(finding(Yaml.line(node), code, below, message, remedy));
    }

    private Finding finding(int at, String code, String below, String message, String remedy) {
        return new Finding(code, Severity.ERROR, "", path + below, at, message, remedy);
    }

    /** The whole, where nothing was noted about this mapping or what is below it. */
    <T> Optional<T> whole(Supplier<T> maker) {
        if (!sound) {
            return Optional.empty();
        }
        try {
            return Optional.of(maker.get());
        } catch (IllegalArgumentException e) {
            sound = false;
            findings.add(finding(line, "REGISTER-VALUE", "", String.valueOf(e.getMessage()), "correct the values"));
            return Optional.empty();
        }
    }
}
