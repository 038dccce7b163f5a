package be.kruispunt.rights;

import be.kruispunt.model.rights.StatusCode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A line of a decision table: who has one of these statuses has the right.
 *
 * @param number in its version; a line keeps its number in later ones
 * @param statuses one of which is enough
 * @param whose whose status counts
 * @param automatic false where a certificate on paper is wanted: nobody is entitled by the line
 * @param age how old the person must be who gets the right
 * @param countsFrom the first day on which a status counts; one that had ended before gives nothing, though its year goes on
 * @param basis what the source calls it
 */
public record SchemeLine(
        int number,
        Set<StatusCode> statuses,
        Whose whose,
        boolean automatic,
        Age age,
        Optional<LocalDate> countsFrom,
        String basis) {
    public SchemeLine {
        statuses = Set.copyOf(statuses);
    }

    /** What follows by it, in whatever order its file has the statuses. */
    String rule() {
        return number + " " + new TreeSet<>(statuses) + " " + whose + " " + automatic + " " + age + " " + countsFrom;
    }
}
