package be.kruispunt.translation.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The keys of one mapping of a YAML file, as texts; what is no such thing is refused with its line. */
final class Fields {
    private final String file;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();

    private Fields(String file, Node node) {
        this.file = file;
        this.line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
        if (!(node instanceof MappingNode mapping)) {
            throw wrong("keys and values are wanted here");
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = text("a key", tuple.getKeyNode());
            if (values.putIfAbsent(key, tuple.getValueNode()) != null) {
                throw wrong(key + " stands twice");
            }
        }
    }

    /** The mapping that a file is. */
    static Fields of(String file, String yaml) {
        LoadSettings settings = LoadSettings.builder().setLabel(file).build();
        try {
            return new Compose(settings)
                    .composeString(yaml)
                    .map(node -> new Fields(file, node))
                    .orElseThrow(() -> new IllegalArgumentException(file + " is empty"));
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException(file + " is no YAML: " + e.getMessage(), e);
        }
    }

    /** Refuses keys that are not among these. */
    void allow(Set<String> keys) {
        values.keySet().stream().filter(key -> !keys.contains(key)).findFirst().ifPresent(key -> {
            throw wrong("there is no key " + key + " here; the keys are "
                    + String.join(", ", keys.stream().sorted().toList()));
        });
    }

    /** File and line. */
    String place() {
        return file + ':' + line;
    }

    IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(place() + ": " + what);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    List<String> keys() {
        return List.copyOf(values.keySet());
    }

    Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key)).map(node -> text(key, node));
    }

    String required(String key) {
        return text(key).orElseThrow(() -> wrong(key + " is missing"));
    }

    /** One text or a list of them; empty where the key is missing. */
    List<String> texts(String key) {
        return items(key).stream().map(node -> text(key, node)).toList();
    }

    /** A list of mappings; empty where the key is missing. */
    List<Fields> mappings(String key) {
        return items(key).stream().map(node -> new Fields(file, node)).toList();
    }

    Optional<Fields> mapping(String key) {
        return Optional.ofNullable(values.get(key)).map(node -> new Fields(file, node));
    }

    private List<Node> items(String key) {
        Node node = values.get(key);
        if (node == null) {
            return List.of();
        }
        return node instanceof SequenceNode list ? new ArrayList<>(list.getValue()) : List.of(node);
    }

    private String text(String key, Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw wrong(key + ": a single value is wanted");
    }
}
