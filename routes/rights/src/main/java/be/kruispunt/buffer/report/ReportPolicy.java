package be.kruispunt.buffer.report;

import be.kruispunt.access.AccessDecision;
import be.kruispunt.access.AccessPolicy;
import be.kruispunt.access.AccessRequest;
import be.kruispunt.access.Authorisation;
import be.kruispunt.access.DirectoryExtract;
import be.kruispunt.access.Register;
import be.kruispunt.model.cases.CaseRole;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.store.ReportKind;
import be.kruispunt.store.RightsReport.Subject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may report in files: who may send the hub the message that says the same, in the process GSS. Not by a deliberation that asks the
 * directory of each person: in a file nobody would look.
 *
 * @param hub itself, to which is reported
 */
public record ReportPolicy(InstitutionId hub) {
    private static final String PROCESS = "GSS";

    /** Decides, as of a message without persons. */
    public AccessDecision decide(Subject subject, Register register, LocalDate today) {
        return new AccessPolicy()
                .decide(
                        new AccessRequest(
                                subject.sender(),
                                CaseRole.CASE_OWNER,
                                List.of(hub),
                                subject.kind().document(),
                                PROCESS,
                                subject.purpose(),
                                List.of(),
                                today),
                        register,
                        DirectoryExtract.EMPTY);
    }

    /** Who may report anything on a day. */
    public Set<InstitutionId> reporters(Register register, LocalDate today) {
        return Arrays.stream(ReportKind.values())
                .flatMap(kind -> register.forDocument(kind.document(), hub, today))
                .map(Authorisation::sender)
                .collect(Collectors.toUnmodifiableSet());
    }
}
