package be.kruispunt.exchange;

import be.kruispunt.access.AccessDecision;
import be.kruispunt.access.AccessDecision.Granted;
import be.kruispunt.access.AccessPolicy;
import be.kruispunt.access.AccessRequest;
import be.kruispunt.access.Institution;
import be.kruispunt.model.cases.CaseFile;
import be.kruispunt.model.cases.CaseRole;
import be.kruispunt.model.cases.CaseRules;
import be.kruispunt.model.cases.CaseRules.Attempt;
import be.kruispunt.model.cases.ProcessCatalogue;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.message.DocumentFacts;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.outcome.Refusal;
import be.kruispunt.model.outcome.RefusalCode;
import be.kruispunt.store.Original;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Asks whether this sender may send this document about these persons for this purpose, and to whom. Where the header
 * names no receiver, it is who else takes part in the case, or whom the reference directory knows.
 */
public final class Authorise {
    private final AccessPolicy policy;
    private final ProcessCatalogue processes;

    public Authorise(AccessPolicy policy, ProcessCatalogue processes) {
        this.policy = policy;
        this.processes = processes;
    }

    /** Refuses with the codes of {@link AccessPolicy}. */
    public Result<Authorised> authorise(LookedUp lookedUp) {
        Header header = lookedUp.header();
        if (processes.find(header.process()).isEmpty()) {
            return Result.refused(noProcess(header.process()));
        }
        DocumentFacts facts = lookedUp.facts();
        Optional<CaseFile> caseFile = lookedUp.caseFile();
        CaseRole role = role(header, facts.act(), caseFile);
        var attempt = new Attempt(header.sender(), facts.act(), Set.copyOf(header.receivers()), header.link());
        var request = new AccessRequest(
                header.sender(),
                role,
                receivers(header, caseFile, attempt),
                caseFile.map(file -> CaseRules.roles(file, attempt)).orElse(Map.of()),
                header.type().code(),
                header.process(),
                header.legalContext(),
                lookedUp.presentNumbers(),
                lookedUp.received().day());
        return switch (policy.decide(
                request, lookedUp.known().register(), lookedUp.known().directory())) {
            case Granted granted -> Result.passed(new Authorised(withWhatMayGo(lookedUp, request, granted), granted));
            case AccessDecision.Denied denied -> Result.refused(denied.refusal());
        };
    }

    /** Nobody is competent for a process that there is not, whatever stands in the register. */
    private Refusal noProcess(String process) {
        return Refusal.of(
                RefusalCode.NOT_COMPETENT,
                "there is no process " + process + "; there are " + String.join(", ", processes.alike(process)));
    }

    /** Earlier documents of the case go along to whom they may go today: what was allowed when they came need not be. */
    private LookedUp withWhatMayGo(LookedUp lookedUp, AccessRequest request, Granted granted) {
        if (lookedUp.originals().isEmpty()) {
            return lookedUp;
        }
        List<InstitutionId> receivers =
                granted.receivers().stream().map(Institution::id).toList();
        return lookedUp.with(lookedUp.originals().values().stream()
                .map(original -> lookedUp.act(original.ticket())
                                .filter(code -> mayGo(request.with(code, receivers), lookedUp))
                                .isPresent()
                        ? original
                        : original.withheld())
                .collect(Collectors.toUnmodifiableMap(Original::ticket, original -> original)));
    }

    private boolean mayGo(AccessRequest request, LookedUp lookedUp) {
        return policy.decide(
                        request, lookedUp.known().register(), lookedUp.known().directory())
                instanceof Granted;
    }

    /** The sender's role in the case; where there is none yet, the role whose act this is. */
    private CaseRole role(Header header, String act, Optional<CaseFile> caseFile) {
        return caseFile.flatMap(file -> file.roleOf(header.sender())).orElseGet(() -> {
            boolean answers = processes
                    .find(header.process())
                    .filter(process -> !process.isStarter(act))
                    .map(process -> process.acts(CaseRole.COUNTERPARTY).contains(act))
                    .orElse(false);
            return answers ? CaseRole.COUNTERPARTY : CaseRole.CASE_OWNER;
        });
    }

    private static List<InstitutionId> receivers(Header header, Optional<CaseFile> caseFile, Attempt attempt) {
        if (!header.receivers().isEmpty()) {
            return header.receivers();
        }
        return caseFile.map(file -> CaseRules.addressees(file, attempt)).orElse(List.of());
    }
}
