package be.kruispunt.translation.table;

import be.kruispunt.documents.shape.Shape;
import be.kruispunt.model.message.DocumentType;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * The tables that there are. An index says which pair each is about, so that a table, and the schemas of its documents, are
 * read when they are first needed. Safe for all threads.
 */
public final class Tables {
    private final Function<String, String> files;
    private final Types types;
    private final Hooks hooks;
    private final List<Entry> entries;
    private final Map<DocumentType, List<List<DocumentType>>> companions;
    private final ConcurrentMap<Reading, Direction> ready = new ConcurrentHashMap<>();

    /** What a table must know of the types of documents. */
    public interface Types {
        /** Whether there is such a type now. */
        boolean has(DocumentType type);

        Shape shape(DocumentType type);

        /** The printed box of a path below the root, as {@code Person/familyName}; empty for none. */
        String box(DocumentType type, String path);
    }

    /**
     * A line of the index: {@code u1-u002.yaml U1/1.0 <> U002/4.2}. Several documents of a side are joined by {@code +}; a table
     * that is read from the form only has {@code >}.
     */
    private record Entry(String file, List<DocumentType> form, List<DocumentType> sed, boolean back) {
        static Entry of(String line) {
            String[] words = line.split(" ", -1);
            return new Entry(words[0], documents(words[1]), documents(words[3]), words[2].equals("<>"));
        }

        private static List<DocumentType> documents(String word) {
            return Arrays.stream(word.split("\\+", -1))
                    .map(one -> one.split("/", -1))
                    .map(one -> DocumentType.of(one[0], one[1]))
                    .toList();
        }

        List<DocumentType> on(Side side) {
            return side == Side.FORM ? form : sed;
        }

        boolean isReadFrom(Side side) {
            return side == Side.FORM || back;
        }
    }

    private record Reading(Entry entry, Side from) {
        List<DocumentType> reads() {
            return entry.on(from);
        }

        List<DocumentType> writes() {
            return entry.on(from.other());
        }
    }

    /**
     * Reads the index.
     *
     * @param files the text of a file of the tables' folder
     */
    public Tables(Function<String, String> files, Types types, Hooks hooks) {
        this.files = files;
        this.types = types;
        this.hooks = hooks;
        this.entries = files.apply("index.txt")
                .lines()
                .filter(line -> !line.isBlank())
                .map(Entry::of)
                .toList();
        this.companions = sets().flatMap(List::stream)
                .distinct()
                .collect(Collectors.toUnmodifiableMap(type -> type, type -> sets().filter(set -> set.contains(type))
                        .toList()));
    }

    /** The sets of documents that are read together, the largest first. */
    private Stream<List<DocumentType>> sets() {
        return readings()
                .map(Reading::reads)
                .filter(types -> types.size() > 1)
                .distinct()
                .sorted((one, other) -> Integer.compare(other.size(), one.size()));
    }

    /**
     * What documents can be turned into, of what somebody takes: the most documents first. Some tables are for some documents of
     * a type only: a posting has another SED than other activities.
     *
     * @param types of the documents
     * @param first the root of the first of them
     * @return the types that are written, in the order of the table
     */
    public Optional<List<DocumentType>> target(
            List<DocumentType> types, Element first, Collection<DocumentType> taken) {
        return reading(types)
                .filter(reading -> taken.containsAll(reading.writes()))
                .filter(reading -> isFor(reading, first))
                .map(Reading::writes)
                .max((one, other) -> Integer.compare(one.size(), other.size()));
    }

    /** The sets of types, larger than one, that are turned into something together, and of which this is one; largest first. */
    public List<List<DocumentType>> companions(DocumentType type) {
        return companions.getOrDefault(type, List.of());
    }

    /** Every set of types that documents can be turned into. */
    public List<List<DocumentType>> targets(List<DocumentType> types, Element first) {
        return reading(types)
                .filter(reading -> isFor(reading, first))
                .map(Reading::writes)
                .toList();
    }

    private Stream<Reading> reading(List<DocumentType> documents) {
        return readings().filter(reading -> reading.reads().equals(documents));
    }

    /** A table of the operator's may be there before the types that it is about. */
    private boolean isFor(Reading reading, Element first) {
        return reading.writes().stream().allMatch(types::has)
                && direction(reading).isFor(first);
    }

    /**
     * The table of these documents, from one to the other.
     *
     * @throws IllegalArgumentException when there is none, or it does not fit its schemas
     */
    public Direction direction(List<DocumentType> from, List<DocumentType> to) {
        return readings()
                .filter(each -> each.reads().equals(from) && each.writes().equals(to))
                .findFirst()
                .map(this::direction)
                .orElseThrow(() -> new IllegalArgumentException("there is no translation of " + from + " into " + to));
    }

    private Direction direction(Reading reading) {
        return ready.computeIfAbsent(reading, this::compile);
    }

    /** Compiles every table in both directions; for tests, which must see each fault. */
    public void compileAll() {
        readings().forEach(this::compile);
    }

    private Stream<Reading> readings() {
        return entries.stream()
                .flatMap(entry ->
                        Arrays.stream(Side.values()).filter(entry::isReadFrom).map(side -> new Reading(entry, side)));
    }

    private Direction compile(Reading reading) {
        Entry entry = reading.entry();
        Side from = reading.from();
        Table table = new TableReader(files).read(entry.file());
        for (Side side : Side.values()) {
            if (!table.documents(side).equals(entry.on(side))) {
                throw new IllegalArgumentException(entry.file() + " is about other documents than the index says");
            }
        }
        try {
            return Direction.of(
                    table, from, shapes(entry.on(from)), shapes(entry.on(from.other())), boxes(entry.on(from)), hooks);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(entry.file() + ", read from " + from.key() + ":\n" + e.getMessage(), e);
        }
    }

    private List<Shape> shapes(List<DocumentType> all) {
        return all.stream().map(types::shape).toList();
    }

    private UnaryOperator<String> boxes(List<DocumentType> all) {
        return path -> {
            int end = path.indexOf('/', 1);
            String root = path.substring(Math.min(1, path.length()), end < 0 ? path.length() : end);
            return end < 0
                    ? ""
                    : all.stream()
                            .filter(type -> type.code().equals(root))
                            .findFirst()
                            .map(type -> types.box(type, path.substring(end + 1)))
                            .orElse("");
        };
    }
}
