package be.kruispunt.translation.report;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An element of the source and the element of the target that takes its content. Each filled box is carried, changed or
 * lost through here, so that no value moves without its line in the account. Paths are relative to this place; repeated
 * elements carry their position, from 1, as in XPath.
 */
public record Place(Account account, String source, String target) {
    /** The places of two elements inside these. */
    public Place in(String from, String to) {
        return new Place(account, source + '/' + from, target + '/' + to);
    }

    /** The places of two repeated elements inside these, by their positions from 0. */
    public Place in(String from, int fromIndex, String to, int toIndex) {
        return in(from + '[' + (fromIndex + 1) + ']', to + '[' + (toIndex + 1) + ']');
    }

    /** An element inside the source, for the same target. */
    public Place from(String from) {
        return new Place(account, source + '/' + from, target);
    }

    public Place from(String from, int index) {
        return from(from + '[' + (index + 1) + ']');
    }

    /** An element inside the target, for the same source. */
    public Place to(String to) {
        return new Place(account, source, target + '/' + to);
    }

    /** Takes a value over as it is, if there is one. */
    public <T> void carry(String box, String from, @Nullable T value, String to, Consumer<? super T> set) {
        if (value != null) {
            set.accept(value);
            account.carried(box, source + '/' + from, target + '/' + to);
        }
    }

    /** As {@link #carry(String, String, Object, String, Consumer)}, for a source without printed boxes. */
    public <T> void carry(String from, @Nullable T value, String to, Consumer<? super T> set) {
        carry(name(from), from, value, to, set);
    }

    /** Says that a code list or another form stands between a value, which there is, and what the target got. */
    public void changed(String box, String from, String to, String reason) {
        account.changed(box, source + '/' + from, target + '/' + to, reason);
    }

    public void changed(String from, String to, String reason) {
        changed(name(from), from, to, reason);
    }

    /** Says that the target has no place for a value, if there is one. */
    public void lose(String box, String from, @Nullable Object value, String reason) {
        if (value != null) {
            account.lost(box, source + '/' + from, reason);
        }
    }

    public void lose(String from, @Nullable Object value, String reason) {
        lose(name(from), from, value, reason);
    }

    /** The last element of a path; a coded value is named by the element that holds it. */
    private static String name(String path) {
        int end = path.endsWith("/value") ? path.length() - "/value".length() : path.length();
        return path.substring(path.lastIndexOf('/', end - 1) + 1, end);
    }
}
