package be.kruispunt.store;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One change of one row of the register or the reference directory, as the history keeps it. The values are the
 * columns' in PostgreSQL's JSON; those of the reference directory are personal data.
 *
 * @param id its number in the history
 * @param version the register's version that it brought
 * @param at when
 * @param by who, as the command that made it was told
 * @param role PostgreSQL's role that made it
 * @param kind the table, such as {@code authorisation}
 * @param key the row's key, by column
 * @param before the row before; empty when it was added
 * @param after the row afterwards; empty when it was removed
 */
public record RegisterChange(
        long id,
        long version,
        Instant at,
        String by,
        String role,
        String kind,
        SortedMap<String, String> key,
        SortedMap<String, String> before,
        SortedMap<String, String> after) {
    public RegisterChange {
        key = sorted(key);
        before = sorted(before);
        after = sorted(after);
    }

    private static SortedMap<String, String> sorted(Map<String, String> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
