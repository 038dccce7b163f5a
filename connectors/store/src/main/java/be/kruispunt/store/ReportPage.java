package be.kruispunt.store;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A page of a report, taken.
 *
 * @param lines how many it has
 * @param refused the codes of those that are not taken, by their place in the page, from 1
 * @param reached how many bytes of the file are read with it
 * @param last whether none follows
 */
public record ReportPage(int lines, SortedMap<Integer, String> refused, long reached, boolean last) {
    public ReportPage {
        refused = Collections.unmodifiableSortedMap(new TreeMap<>(refused));
    }
}
