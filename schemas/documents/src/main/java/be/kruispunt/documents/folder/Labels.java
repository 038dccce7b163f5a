package be.kruispunt.documents.folder;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The words of a folder in every {@link Language}: the same keys in each, none of them empty. */
public final class Labels {
    static final Labels NONE = new Labels(Map.of());

    private final Map<Language, Map<String, String>> words;

    private Labels(Map<Language, Map<String, String>> words) {
        this.words = words;
    }

    /** Those of the folder. */
    static Labels of(Shelf shelf, String folder) {
        var words = new EnumMap<Language, Map<String, String>>(Language.class);
        for (Language language : Language.values()) {
            words.put(language, read(shelf, file(folder, language)));
        }
        var labels = new Labels(words);
        for (Language language : Language.values()) {
            labels.requireKeys(language, labels.keys(), shelf.named(file(folder, language)));
        }
        return labels;
    }

    private static String file(String folder, Language language) {
        return folder + "/labels_" + language.code() + ".properties";
    }

    private static Map<String, String> read(Shelf shelf, String file) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(new String(shelf.read(file), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var read = new TreeMap<String, String>();
        for (String key : properties.stringPropertyNames()) {
            if (properties.getProperty(key).isBlank()) {
                throw FolderRefused.of(shelf.named(file), key + " says nothing", "write its words");
            }
            read.put(key, properties.getProperty(key));
        }
        return read;
    }

    private void requireKeys(Language language, Set<String> wanted, String file) {
        var missing = new TreeSet<>(wanted);
        missing.removeAll(words(language).keySet());
        if (!missing.isEmpty()) {
            throw FolderRefused.of(file, missing.first() + " is missing, which another language has", "add it");
        }
    }

    /** The keys of all languages together. */
    Set<String> keys() {
        var keys = new TreeSet<String>();
        words.values().forEach(each -> keys.addAll(each.keySet()));
        return keys;
    }

    /** The words under a key, such as {@code box.1.1}. */
    public Optional<String> find(Language language, String key) {
        return Optional.ofNullable(words(language).get(key));
    }

    private Map<String, String> words(Language language) {
        return words.getOrDefault(language, Map.of());
    }
}
