package be.kruispunt.access;

import be.kruispunt.model.cases.CaseRole;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.message.DocumentType;
import java.time.LocalDate;
import java.util.List;

/**
 * A registered institution.
 *
 * @param id its EESSI id
 * @param name its own name
 * @param network where it stands
 * @param sector the Crossroads Bank's sector number, such as 18 for unemployment; 0 for institutions abroad
 * @param active when it takes part
 * @param competences what it is competent for, by process, role and begin
 * @param accepts the document types it takes, the one it prefers first
 */
public record Institution(
        InstitutionId id,
        String name,
        Network network,
        int sector,
        Period active,
        List<Competence> competences,
        List<DocumentType> accepts) {
    public Institution {
        competences = competences.stream().sorted(Competence.ORDER).toList();
        accepts = List.copyOf(accepts);
    }

    boolean isCompetent(String process, CaseRole role, LocalDate on) {
        return competences.stream()
                .anyMatch(c -> c.process().equals(process)
                        && c.role() == role
                        && c.period().covers(on));
    }
}
