package be.kruispunt.hub.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Which forms are sent, in turn: one round of them. */
public final class Mix {
    private static final int MOST = 100;

    private final List<Form> turn;

    private Mix(List<Form> turn) {
        this.turn = List.copyOf(turn);
        for (Form form : turn) {
            turn.stream()
                    .filter(other -> !other.equals(form) && other.example().equals(form.example()))
                    .findFirst()
                    .ifPresent(other -> {
                        throw new IllegalArgumentException(form + " and " + other
                                + " are one form for readers of other types: measure one of them");
                    });
        }
    }

    /**
     * Reads forms with their parts, such as {@code U1:3,U001:1}; a form alone is one part.
     *
     * @throws IllegalArgumentException if it is no mix of forms that the bench can send
     */
    public static Mix of(String text) {
        var turn = new ArrayList<Form>();
        for (String part : text.split(",", -1)) {
            String[] words = part.strip().split(":", 2);
            turn.addAll(Collections.nCopies(words.length == 1 ? 1 : count(words[1]), form(words[0])));
        }
        return new Mix(turn);
    }

    private static Form form(String name) {
        return Form.ALL.stream()
                .filter(form -> form.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the bench sends " + Form.all()
                        + ", each with its parts, such as U1:3,U001:1; not " + name
                        + ". Answers are not among them: they need the case of the question"));
    }

    private static int count(String text) {
        if (!text.matches("[1-9][0-9]?")) {
            throw new IllegalArgumentException("a form's parts are a number from 1 to " + (MOST - 1) + ", not " + text);
        }
        return Integer.parseInt(text);
    }

    Form of(int n) {
        return turn.get(n % turn.size());
    }

    /** Each form once, in the order of all. */
    List<Form> forms() {
        return Form.ALL.stream().filter(turn::contains).toList();
    }

    /** As {@link #of(String)} reads it, form by form. */
    @Override
    public String toString() {
        return String.join(
                ",",
                forms().stream()
                        .map(form -> form + ":" + Collections.frequency(turn, form))
                        .toList());
    }
}
