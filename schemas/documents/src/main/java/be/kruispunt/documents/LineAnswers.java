package be.kruispunt.documents;

import be.kruispunt.model.outcome.RefusalCode;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of the lines of a message for the hub itself: each is taken or refused by itself.
 *
 * @param taken how many were taken
 * @param refused why others were not: the positions of the lines in the message, from 1, by code
 */
public record LineAnswers(int taken, SortedMap<RefusalCode, List<Integer>> refused) {
    public LineAnswers {
        var copy = new TreeMap<RefusalCode, List<Integer>>();
        refused.forEach((code, lines) -> copy.put(code, List.copyOf(lines)));
        refused = Collections.unmodifiableSortedMap(copy);
    }
}
