package be.kruispunt.translation.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A list of codes of one side, each with that of the other.
 *
 * @param name what the codes are of
 * @param note what must be said of them wherever they were used; may be empty
 */
public record CodeList(String name, String note, List<Entry> entries) {
    /**
     * Two codes of the same meaning.
     *
     * @param only the side from which alone it is read; empty for both
     */
    public record Entry(String form, String sed, Optional<Side> only) {
        private boolean readFrom(Side side) {
            return only.isEmpty() || only.get() == side;
        }

        private String on(Side side) {
            return side == Side.FORM ? form : sed;
        }
    }

    public CodeList {
        entries = List.copyOf(entries);
        for (Side side : Side.values()) {
            List<String> codes = entries.stream()
                    .filter(entry -> entry.readFrom(side))
                    .map(entry -> entry.on(side))
                    .toList();
            if (codes.stream().distinct().count() < codes.size()) {
                throw new IllegalArgumentException("list " + name + ": a code of " + side.key() + " stands twice");
            }
        }
    }

    /** Codes of a side, each with that of the other. */
    Map<String, String> from(Side side) {
        var codes = new LinkedHashMap<String, String>();
        entries.stream()
                .filter(entry -> entry.readFrom(side))
                .forEach(entry -> codes.put(entry.on(side), entry.on(side.other())));
        return codes;
    }

    /** What a loss report says of a value that went by this list, read from a side. */
    String reason(Side side) {
        return "code list " + name + (note.isEmpty() ? ": " + pairs(side) : "; " + note);
    }

    private String pairs(Side side) {
        return from(side).entrySet().stream()
                .map(pair -> pair.getKey() + ' ' + pair.getValue())
                .collect(Collectors.joining(", "));
    }
}
