package be.kruispunt.buffer.report;

import be.kruispunt.model.outcome.RefusalCode;
import be.kruispunt.store.ChangeOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** The lines of a page, each taken until it is refused. */
final class PageLines<T> {
    /** What stands of a line that cannot be read. */
    private static final String LINE_INVALID = "LINE_INVALID";

    private record Line<T>(int place, T told) {}

    private final SortedMap<Integer, String> refused = new TreeMap<>();
    private List<Line<T>> open;

    /** {@code reader}: empty where a line cannot be read. */
    PageLines(List<String> texts, Function<String, Optional<T>> reader) {
        this.open = new ArrayList<>(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            Optional<T> told = reader.apply(texts.get(i));
            if (told.isPresent()) {
                open.add(new Line<>(i + 1, told.get()));
            } else {
                refused.put(i + 1, LINE_INVALID);
            }
        }
    }

    /** What is told by the lines that are not refused, in their order. */
    List<T> told() {
        return open.stream().map(Line::told).toList();
    }

    /** Refuses those of which this is not so. */
    void require(Predicate<T> fit, RefusalCode code) {
        open.stream().filter(line -> !fit.test(line.told())).forEach(line -> refused.put(line.place(), code.name()));
        open = open.stream().filter(line -> fit.test(line.told())).toList();
    }

    /** Refuses those that cannot be taken; an outcome for each of {@link #told}, in its order. */
    void refuse(List<ChangeOutcome> outcomes) {
        for (int i = 0; i < outcomes.size(); i++) {
            int place = open.get(i).place();
            outcomes.get(i).refusal().ifPresent(code -> refused.put(place, code.name()));
        }
    }

    /** The codes of those that are refused, by their place, from 1. */
    SortedMap<Integer, String> refused() {
        return refused;
    }
}
