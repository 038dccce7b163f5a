package be.kruispunt.model.matching;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** How the words of streets are spelt, long or short, in Dutch, French and German: {@code streets.properties}. */
final class StreetWords {
    private final Map<String, String> first;
    private final Map<String, String> any;
    private final Map<String, String> last;
    /** The longest first: {@code stwg} before {@code wg}. */
    private final List<String> endings;

    private StreetWords(Map<String, String> lines) {
        this.first = of(lines, "first.");
        this.any = of(lines, "any.");
        this.last = of(lines, "last.");
        this.endings = last.keySet().stream()
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static Map<String, String> of(Map<String, String> lines, String place) {
        var words = new HashMap<String, String>();
        lines.forEach((key, value) -> {
            if (key.startsWith(place)) {
                words.put(key.substring(place.length()), value);
            }
        });
        return Map.copyOf(words);
    }

    static StreetWords read() {
        var properties = new Properties();
        try (var in = StreetWords.class.getResourceAsStream("streets.properties")) {
            if (in == null) {
                throw new IllegalStateException("streets.properties is missing from the class path");
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var lines = new HashMap<String, String>();
        properties.stringPropertyNames().forEach(key -> lines.put(key, properties.getProperty(key)));
        return new StreetWords(lines);
    }

    /** The name of a street as one word; empty where there is no letter or digit in it. */
    String spell(String street) {
        var words = new ArrayList<>(Folding.words(street));
        if (words.size() > 1) {
            words.set(0, first.getOrDefault(words.getFirst(), words.getFirst()));
        }
        words.replaceAll(word -> any.getOrDefault(word, word));
        String name = String.join("", words);
        return endings.stream()
                .filter(ending -> name.endsWith(ending) && name.length() > ending.length())
                .findFirst()
                .map(ending -> name.substring(0, name.length() - ending.length()) + last.get(ending))
                .orElse(name);
    }
}
