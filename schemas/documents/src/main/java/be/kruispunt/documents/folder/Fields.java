package be.kruispunt.documents.folder;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * A mapping of a YAML file, read key by key; a key that nobody asked for is refused. Every value is text, so that a version
 * stays {@code 1.0} and a code {@code 01}.
 */
public final class Fields {
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new FailsafeSchema())
            .setMaxAliasesForCollections(0)
            .build();

    private final String file;
    private final String place;
    private final Map<String, Object> values;

    private Fields(String file, String place, Map<String, Object> values) {
        this.file = file;
        this.place = place;
        this.values = values;
    }

    /** The whole of a file. */
    public static Fields of(byte[] yaml, String file) {
        try {
            Object top = new Load(SETTINGS).loadFromString(new String(yaml, StandardCharsets.UTF_8));
            return new Fields(file, "", mapping(top, file, ""));
        } catch (YamlEngineException e) {
            throw FolderRefused.of(
                    file,
                    "no YAML: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    "correct it");
        }
    }

    private static Map<String, Object> mapping(@Nullable Object value, String file, String place) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new FolderRefused(file, place, "keys and values wanted", "write them as key: value");
        }
        var read = new LinkedHashMap<String, Object>();
        map.forEach((key, held) -> read.put(String.valueOf(key), held == null ? "" : held));
        return read;
    }

    public Set<String> keys() {
        return values.keySet();
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** Refuses every key that is not one of these. */
    public void requireOnly(Set<String> known) {
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                throw refuse(
                        key,
                        "there is no such key here",
                        "the keys are "
                                + String.join(", ", known.stream().sorted().toList()));
            }
        }
    }

    /** The text under a key that must be there. */
    public String text(String key) {
        return find(key).orElseThrow(() -> refuse(key, "the key is missing", "add it"));
    }

    public Optional<String> find(String key) {
        return Optional.ofNullable(values.get(key)).map(value -> text(key, value));
    }

    /** One text or a list of them; none where the key is not there. */
    public List<String> texts(String key) {
        Object value = values.get(key);
        if (value == null) {
            return List.of();
        }
        return value instanceof List<?> list
                ? list.stream().map(each -> text(key, each)).toList()
                : List.of(text(key, value));
    }

    /** A list of texts that must be there. */
    public List<String> required(String key) {
        List<String> texts = texts(key);
        if (texts.isEmpty()) {
            throw refuse(key, "the key is missing, or has no value", "add it");
        }
        return texts;
    }

    /** The mappings under a key: one, or a list of them; none where the key is not there. A word stands for {@code is: word}. */
    public List<Fields> each(String key) {
        Object value = values.get(key);
        if (value == null) {
            return List.of();
        }
        var each = new ArrayList<Fields>();
        List<?> list = value instanceof List<?> many ? many : List.of(value);
        for (int i = 0; i < list.size(); i++) {
            Object one = list.get(i);
            String at = place(key) + (value instanceof List<?> ? ", " + (i + 1) : "");
            each.add(new Fields(file, at, one instanceof String word ? Map.of("is", word) : mapping(one, file, at)));
        }
        return each;
    }

    /** The mapping under a key; an empty one where the key is not there. */
    public Fields map(String key) {
        Object value = values.get(key);
        return new Fields(file, place(key), value == null ? Map.of() : mapping(value, file, place(key)));
    }

    /** That something under a key is wrong. */
    public FolderRefused refuse(String key, String problem, String remedy) {
        return new FolderRefused(file, place(key), problem, remedy);
    }

    private String text(String key, @Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw refuse(key, "a text wanted", "write one value");
    }

    private String place(String key) {
        return place.isEmpty() ? key : place + ", " + key;
    }
}
