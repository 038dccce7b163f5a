package be.kruispunt.translation.table;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line of a table.
 *
 * @param name file and line, such as {@code u1-u002.yaml:12}
 * @param paths where it stands on each side; a side may be missing
 * @param when what must hold of the source, by the side that is the source
 * @param only the side from which alone it is read; empty for both
 * @param pick the hook that says which of several elements of the target is meant; null for none
 * @param of the hook that must choose the element from which the row starts, where that side is the source
 * @param act what it does
 */
record Row(
        String name,
        Map<Side, Path> paths,
        Map<Side, List<Condition>> when,
        Optional<Side> only,
        @Nullable String pick,
        Map<Side, String> of,
        Act act) {
    Row {
        paths = paths.isEmpty() ? Map.of() : new EnumMap<>(paths);
        of = Map.copyOf(of);
        when = when.isEmpty() ? Map.of() : new EnumMap<>(when);
    }

    /** What a row does with what stands at its paths. */
    sealed interface Act {}

    /** The value goes over, as it is or by a list. */
    record Carry(Optional<CodeList> codes) implements Act {}

    /** An element for an element; the rows are about what stands in them. */
    record Group(List<Row> rows) implements Act {}

    /** The value is told by another element there, which some other row writes. */
    record Told(Path by, String reason) implements Act {}

    /** The other side has no place for it, nor for what stands in it. */
    record Lost(String reason) implements Act {}

    /** One value of a side stands for one value of the other. */
    record Values(String form, String sed, String reason) implements Act {
        String on(Side side) {
            return side == Side.FORM ? form : sed;
        }
    }

    /** What is written where nothing else was: a value, or what the message's header says. */
    record Fixed(String value, Optional<FromHeader> header, boolean saysNothing) implements Act {}

    /** The value goes to every element that there is at these paths. */
    record Spread(List<Path> to) implements Act {}

    /** The values of many become one, a line for each different one. */
    record Join(int limit, String joined, String full) implements Act {}

    /** What a header says of a document that does not say it itself. */
    enum FromHeader {
        ISSUER,
        ISSUER_COUNTRY,
        ISSUE_DATE
    }

    Optional<Path> path(Side side) {
        return Optional.ofNullable(paths.get(side));
    }

    List<Condition> when(Side side) {
        return when.getOrDefault(side, List.of());
    }

    @Nullable
    String of(Side side) {
        return of.get(side);
    }

    boolean readFrom(Side side) {
        return only.isEmpty() || only.get() == side;
    }
}
