package be.kruispunt.exchange;

import be.kruispunt.access.AccessDecision;
import be.kruispunt.access.AccessPolicy;
import be.kruispunt.access.AccessRequest;
import be.kruispunt.model.cases.BusinessProcess;
import be.kruispunt.model.cases.CaseFile;
import be.kruispunt.model.cases.CaseRole;
import be.kruispunt.model.cases.ProcessCatalogue;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.message.DocumentFacts;
import be.kruispunt.model.message.Header;
import java.util.List;
import java.util.Optional;

/**
 * Asks whether this sender may send this document about these persons for this purpose, and to whom. Where the header
 * names no receiver, it is the case's other party, or whom the reference directory knows.
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
        Header header = lookedUp.validated().document().header();
        DocumentFacts facts = lookedUp.validated().content().facts();
        Optional<CaseFile> caseFile = lookedUp.caseFile();
        var request = new AccessRequest(
                header.sender(),
                role(header, facts.act(), caseFile),
                receivers(header, caseFile),
                header.type().code(),
                header.process(),
                header.legalContext(),
                lookedUp.presentNumbers(),
                lookedUp.received().day());
        return switch (policy.decide(
                request, lookedUp.known().register(), lookedUp.known().directory())) {
            case AccessDecision.Granted granted -> Result.passed(new Authorised(lookedUp, granted));
            case AccessDecision.Denied denied -> Result.refused(denied.refusal());
        };
    }

    /** The sender's role in the case; where there is none yet, the role whose act this is. */
    private CaseRole role(Header header, String act, Optional<CaseFile> caseFile) {
        return caseFile.flatMap(file -> file.roleOf(header.sender())).orElseGet(() -> {
            Optional<BusinessProcess> process = processes.find(header.process());
            boolean answers =
                    process.map(p -> p.counterpartyActs().contains(act)).orElse(false);
            return answers ? CaseRole.COUNTERPARTY : CaseRole.CASE_OWNER;
        });
    }

    private static List<InstitutionId> receivers(Header header, Optional<CaseFile> caseFile) {
        if (!header.receivers().isEmpty()) {
            return header.receivers();
        }
        return caseFile.flatMap(file -> file.otherPartyOf(header.sender()))
                .map(List::of)
                .orElse(List.of());
    }
}
