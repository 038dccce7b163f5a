package be.kruispunt.store;

import be.kruispunt.model.id.Insz;
import java.util.List;
import java.util.Optional;

/**
 * A page of a run, answered.
 *
 * @param lines in their order
 * @param strangers how many of them are about somebody who is not the asker's customer
 * @param reached where the next page begins: the last reference of this one, or how many bytes of the file are read
 * @param last whether none follows
 */
public record AnsweredPage(List<Line> lines, int strangers, String reached, boolean last) {
    public AnsweredPage {
        lines = List.copyOf(lines);
    }

    /**
     * A line.
     *
     * @param text as it stands in the result, without a line's end
     * @param person whom it is about, where that is known: for the auditor, and for the person who asks
     */
    public record Line(String text, Optional<Insz> person) {
        @Override
        public String toString() {
            return "a line";
        }
    }
}
