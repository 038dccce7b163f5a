package be.kruispunt.access;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import java.util.List;
import java.util.Map;

/**
 * The lines of the reference directory on the persons of one message.
 *
 * @param lines every line on these persons
 * @param replacedBy the numbers among them that were replaced, and by which
 */
public record DirectoryExtract(List<DirectoryLine> lines, Map<Insz, Insz> replacedBy) {
    public static final DirectoryExtract EMPTY = new DirectoryExtract(List.of(), Map.of());

    public DirectoryExtract {
        lines = List.copyOf(lines);
        replacedBy = Map.copyOf(replacedBy);
    }

    List<DirectoryLine> on(Insz person, InstitutionId institution) {
        return lines.stream()
                .filter(line -> line.insz().equals(person) && line.institution().equals(institution))
                .toList();
    }
}
