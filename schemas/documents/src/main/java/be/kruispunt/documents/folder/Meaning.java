package be.kruispunt.documents.folder;

import be.kruispunt.documents.xml.ElementPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What an element is to the hub.
 *
 * @param kind what it is
 * @param keys what else is said: paths below the element, or codes
 * @param ways the paths among these, ready to be walked
 */
public record Meaning(Kind kind, Map<String, List<String>> keys, Map<String, List<ElementPath>> ways) {
    private static final String PERIODS = "periods";

    /** What elements can be to the hub; {@code NONE} takes away what the shared type says. */
    public enum Kind {
        PERSON_NUMBER("country", "number"),
        BIRTH_DATE,
        SEX("male", "female"),
        COUNTRY,
        CURRENCY,
        INSTITUTION,
        PERIOD("from"),
        MONEY("currency"),
        FORM_DATE,
        EMPLOYER,
        NONE;

        @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable set of texts
        private final Set<String> required;

        Kind(String... required) {
            this.required = Set.of(required);
        }

        private Set<String> optional() {
            return switch (this) {
                case PERSON_NUMBER -> Set.of("of");
                case BIRTH_DATE -> Set.of(PERIODS);
                case SEX -> Set.of("unsettled");
                case PERIOD -> Set.of("to");
                case MONEY -> Set.of("from", "to");
                default -> Set.of();
            };
        }

        /** As it is written. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Meaning {
        keys = Map.copyOf(keys);
        ways = Map.copyOf(ways);
    }

    /** The paths or codes under a key. */
    public List<String> get(String key) {
        return keys.getOrDefault(key, List.of());
    }

    /** The paths under a key. */
    public List<ElementPath> way(String key) {
        return ways.getOrDefault(key, List.of());
    }

    /** What is said under a key of {@code meanings}: one or more. */
    static List<Meaning> read(Fields meanings, String key) {
        var read = new ArrayList<Meaning>();
        for (Fields said : meanings.each(key)) {
            read.add(one(said));
        }
        return List.copyOf(read);
    }

    private static Meaning one(Fields said) {
        String word = said.text("is");
        for (Kind kind : Kind.values()) {
            if (kind.word().equals(word)) {
                return of(kind, said);
            }
        }
        throw said.refuse("is", "there is no meaning " + word, "see the meanings of decision 0014");
    }

    private static Meaning of(Kind kind, Fields said) {
        var known = new HashSet<>(kind.required);
        known.addAll(kind.optional());
        var keys = new HashMap<String, List<String>>();
        known.forEach(key -> {
            if (said.has(key)) {
                keys.put(key, said.required(key));
            } else if (kind.required.contains(key)) {
                throw said.refuse(key, "the key is missing", "add it");
            }
        });
        known.add("is");
        said.requireOnly(known);
        var ways = new HashMap<String, List<ElementPath>>();
        keys.forEach((key, texts) -> {
            if (kind != Kind.SEX && !key.equals("of")) {
                ways.put(
                        key,
                        texts.stream()
                                .map(path -> key.equals(PERIODS) ? fromRoot(said, path) : ElementPath.of(path))
                                .toList());
            }
        });
        return new Meaning(kind, keys, ways);
    }

    private static ElementPath fromRoot(Fields said, String path) {
        if (!path.startsWith("/")) {
            throw said.refuse(PERIODS, path + " does not begin at the root", "write / before it");
        }
        return ElementPath.of(path.substring(1));
    }

    /** The paths below the element that it names. */
    List<String> paths() {
        return ways.entrySet().stream()
                .filter(way -> !way.getKey().equals(PERIODS))
                .flatMap(way -> way.getValue().stream())
                .map(ElementPath::toString)
                .toList();
    }

    /** The paths from the root of the document that it names. */
    List<String> pathsFromRoot() {
        return way(PERIODS).stream().map(ElementPath::toString).toList();
    }
}
