package be.kruispunt.translation.table;

import be.kruispunt.model.message.DocumentType;
import be.kruispunt.translation.TableRefused;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The index of the tables: which pair each is about, so that a table is read when it is first needed. */
final class TableIndex {
    static final String FILE = "index.txt";

    private final String text;
    private final List<Reading> readings;
    private final Map<DocumentType, List<List<DocumentType>>> companions;

    /**
     * A line: {@code u1-u002.yaml U1/1.0 <> U002/4.2}. Several documents of a side are joined by {@code +}; a table that is read
     * from the form only has {@code >}.
     */
    record Entry(String file, List<DocumentType> form, List<DocumentType> sed, boolean back) {
        private static final Pattern LINE = Pattern.compile("\\S+ [^/ ]+/\\S+ <?> [^/ ]+/\\S+");

        private static Entry of(String line) {
            if (!LINE.matcher(line).matches()) {
                throw new TableRefused(FILE
                        + " of the tables: a line names a table and its pair, such as own-u002.yaml U1/1.0 <> U002/4.3,"
                        + " and not " + line);
            }
            String[] words = line.split(" ", -1);
            return new Entry(words[0], documents(words[1]), documents(words[3]), words[2].equals("<>"));
        }

        private static List<DocumentType> documents(String word) {
            return Arrays.stream(word.split("\\+", -1))
                    .map(one -> one.split("/", 2))
                    .map(one -> DocumentType.of(one[0], one.length < 2 ? "" : one[1]))
                    .toList();
        }

        List<DocumentType> on(Side side) {
            return side == Side.FORM ? form : sed;
        }

        private boolean isReadFrom(Side side) {
            return side == Side.FORM || back;
        }
    }

    /** A table, read from one of its sides. */
    record Reading(Entry entry, Side from) {
        List<DocumentType> reads() {
            return entry.on(from);
        }

        List<DocumentType> writes() {
            return entry.on(from.other());
        }
    }

    TableIndex(String text) {
        this.text = text;
        this.readings = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(Entry::of)
                .flatMap(entry ->
                        Arrays.stream(Side.values()).filter(entry::isReadFrom).map(side -> new Reading(entry, side)))
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

    Stream<Reading> readings() {
        return readings.stream();
    }

    List<List<DocumentType>> companions(DocumentType type) {
        return companions.getOrDefault(type, List.of());
    }

    boolean says(String other) {
        return text.equals(other);
    }
}
