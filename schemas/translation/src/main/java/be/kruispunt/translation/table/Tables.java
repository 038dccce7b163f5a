package be.kruispunt.translation.table;

import be.kruispunt.documents.shape.Shape;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.translation.TableRefused;
import be.kruispunt.translation.table.TableIndex.Reading;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
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
    private volatile TableIndex index;
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
     * Reads the index.
     *
     * @param files the text of a file of the tables' folder
     */
    public Tables(Function<String, String> files, Types types, Hooks hooks) {
        this.files = files;
        this.types = types;
        this.hooks = hooks;
        this.index = new TableIndex(files.apply(TableIndex.FILE));
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
        TableIndex before = index;
        Optional<List<DocumentType>> target = known(types, first, taken);
        return target.isPresent() || latest() == before ? target : known(types, first, taken);
    }

    private Optional<List<DocumentType>> known(
            List<DocumentType> types, Element first, Collection<DocumentType> taken) {
        return reading(types)
                .filter(reading -> taken.containsAll(reading.writes()))
                .filter(reading -> isFor(reading, first))
                .map(Reading::writes)
                .max((one, other) -> Integer.compare(one.size(), other.size()));
    }

    /** An operator may add a table beside a hub at work, as he may a type: looked for where nothing would go without it. */
    private TableIndex latest() {
        TableIndex latest = index;
        String text = files.apply(TableIndex.FILE);
        if (!latest.says(text)) {
            latest = new TableIndex(text);
            index = latest;
        }
        return latest;
    }

    /** The sets of types, larger than one, that are turned into something together, and of which this is one; largest first. */
    public List<List<DocumentType>> companions(DocumentType type) {
        return index.companions(type);
    }

    /** Every set of types that documents can be turned into. */
    public List<List<DocumentType>> targets(List<DocumentType> types, Element first) {
        return reading(types)
                .filter(reading -> isFor(reading, first))
                .map(Reading::writes)
                .toList();
    }

    private Stream<Reading> reading(List<DocumentType> documents) {
        return index.readings().filter(reading -> reading.reads().equals(documents));
    }

    /** A table of the operator's may be there before the types that it is about. */
    private boolean isFor(Reading reading, Element first) {
        return reading.writes().stream().allMatch(types::has)
                && direction(reading).isFor(first);
    }

    /**
     * The table of these documents, from one to the other.
     *
     * @throws TableRefused when it does not fit its schemas
     * @throws IllegalArgumentException when there is none
     */
    public Direction direction(List<DocumentType> from, List<DocumentType> to) {
        return index.readings()
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
        index.readings().forEach(this::compile);
    }

    private Direction compile(Reading reading) {
        TableIndex.Entry entry = reading.entry();
        Side from = reading.from();
        try {
            return Direction.of(
                    table(entry),
                    from,
                    shapes(entry.on(from)),
                    shapes(entry.on(from.other())),
                    boxes(entry.on(from)),
                    hooks);
        } catch (IllegalArgumentException e) {
            throw new TableRefused(entry.file() + ", read from " + from.key() + ":\n" + e.getMessage(), e);
        }
    }

    private Table table(TableIndex.Entry entry) {
        Table table = new TableReader(files).read(entry.file());
        for (Side side : Side.values()) {
            if (!table.documents(side).equals(entry.on(side))) {
                throw new IllegalArgumentException("it is about other documents than the index says");
            }
        }
        return table;
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
