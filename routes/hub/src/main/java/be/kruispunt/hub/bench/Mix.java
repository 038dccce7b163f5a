package be.kruispunt.hub.bench;

import be.kruispunt.documents.Samples.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Which documents are sent, in turn.
 *
 * @param turn one round of them
 */
public record Mix(List<Kind> turn) {
    /** What the bench's institutions may send each other. */
    private static final List<Kind> POSSIBLE = List.of(Kind.U1, Kind.U001);

    private static final int MOST = 100;

    public Mix {
        turn = List.copyOf(turn);
    }

    /**
     * Reads types with their parts, such as {@code U1:3,U001:1}; a type alone is one part.
     *
     * @throws IllegalArgumentException if it is no mix of documents that the bench can send
     */
    public static Mix of(String text) {
        var turn = new ArrayList<Kind>();
        for (String part : text.split(",", -1)) {
            String[] words = part.strip().split(":", 2);
            turn.addAll(Collections.nCopies(words.length == 1 ? 1 : count(words[1]), kind(words[0])));
        }
        return new Mix(turn);
    }

    private static Kind kind(String name) {
        return POSSIBLE.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("the bench sends U1 (which becomes a U002) and U001 (which"
                                + " goes as it is), such as U1:3,U001:1; not " + name));
    }

    private static int count(String text) {
        if (!text.matches("[1-9][0-9]?")) {
            throw new IllegalArgumentException("a type's parts are a number from 1 to " + (MOST - 1) + ", not " + text);
        }
        return Integer.parseInt(text);
    }

    Kind of(int n) {
        return turn.get(n % turn.size());
    }

    /** As {@link #of(String)} reads it, type by type. */
    @Override
    public String toString() {
        return String.join(
                ",",
                POSSIBLE.stream()
                        .filter(turn::contains)
                        .map(kind -> kind + ":" + Collections.frequency(turn, kind))
                        .toList());
    }
}
