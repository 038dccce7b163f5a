package be.kruispunt.access;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The lines of the reference directory on the persons of one message.
 *
 * <p>A person may have had several numbers. A line under any of them is a line on that person.
 *
 * @param lines every line on these persons, under their present and their earlier numbers
 * @param replacedBy the numbers of these persons that were replaced, and by which
 */
public record DirectoryExtract(List<DirectoryLine> lines, Map<Insz, Insz> replacedBy) {
    public static final DirectoryExtract EMPTY = new DirectoryExtract(List.of(), Map.of());

    public DirectoryExtract {
        lines = List.copyOf(lines);
        replacedBy = Map.copyOf(replacedBy);
    }

    /**
     * The number that a person has today: the last of the chain of replacements. Where a mistake of the register makes
     * the chain go round, it is the smallest number of the round, so that all of its numbers still name one person.
     */
    public Insz present(Insz number) {
        var chain = new LinkedHashSet<Insz>();
        Insz last = number;
        while (chain.add(last)) {
            Insz next = replacedBy.get(last);
            if (next == null) {
                return last;
            }
            last = next;
        }
        var round = new TreeSet<String>();
        for (Insz each = last; round.add(each.digits()); each = replacedBy.getOrDefault(each, each)) {}
        return Insz.of(round.first());
    }

    /** Whether two numbers are, or were, those of one person. */
    public boolean isSamePerson(Insz one, Insz other) {
        return present(one).equals(present(other));
    }

    /** Every other number that the person with this number has or had. */
    public Set<Insz> otherNumbers(Insz number) {
        var others = new LinkedHashSet<Insz>();
        replacedBy.forEach((old, next) -> {
            if (isSamePerson(old, number)) {
                others.add(old);
                others.add(next);
            }
        });
        others.remove(number);
        return others;
    }

    boolean isReplaced(Insz number) {
        return !present(number).equals(number);
    }

    List<DirectoryLine> on(Insz person, InstitutionId institution) {
        return lines.stream()
                .filter(line -> line.institution().equals(institution) && isSamePerson(line.insz(), person))
                .toList();
    }
}
