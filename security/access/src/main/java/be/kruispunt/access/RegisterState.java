package be.kruispunt.access;

import be.kruispunt.model.id.Insz;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The register at one moment, and the reference directory about some persons.
 *
 * @param version the register's version
 * @param institutions every institution, by id
 * @param authorisations every authorisation, in the order of their numbers
 * @param lines the lines of these persons
 * @param replacedBy which of these persons' numbers were replaced, and by which
 */
public record RegisterState(
        long version,
        List<Institution> institutions,
        List<Authorisation> authorisations,
        Set<DirectoryLine> lines,
        Map<Insz, Insz> replacedBy) {
    public RegisterState {
        institutions = List.copyOf(institutions);
        authorisations = List.copyOf(authorisations);
        lines = Set.copyOf(lines);
        replacedBy = Map.copyOf(replacedBy);
    }
}
