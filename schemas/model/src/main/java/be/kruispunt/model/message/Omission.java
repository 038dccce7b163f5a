package be.kruispunt.model.message;

import java.util.Collection;

/**
 * What a translated document does not say of its original, for whoever reads it. Box numbers or paths, and a reason;
 * never values.
 *
 * @param boxes the boxes of the original, with spaces between; at most some 1,000 characters
 * @param reason why they were left out
 */
public record Omission(String boxes, String reason) {
    private static final int LONGEST = 1_000;
    private static final String MORE = " ...";

    /** Names as many boxes as there is room for. */
    static Omission of(Collection<String> boxes, String reason) {
        String all = String.join(" ", boxes);
        String named =
                all.length() <= LONGEST ? all : all.substring(0, all.lastIndexOf(' ', LONGEST - MORE.length())) + MORE;
        return new Omission(named, reason);
    }
}
