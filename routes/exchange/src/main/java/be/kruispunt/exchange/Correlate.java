package be.kruispunt.exchange;

import static be.kruispunt.model.outcome.RefusalCode.CASE_MISMATCH;
import static be.kruispunt.model.outcome.RefusalCode.CASE_UNKNOWN;
import static be.kruispunt.model.outcome.RefusalCode.EARLIER_BOX_CHANGED;
import static be.kruispunt.model.outcome.RefusalCode.NOT_ALLOWED_NOW;

import be.kruispunt.access.DirectoryExtract;
import be.kruispunt.model.cases.BusinessProcess;
import be.kruispunt.model.cases.CaseFile;
import be.kruispunt.model.cases.CaseRole;
import be.kruispunt.model.cases.ProcessCatalogue;
import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.message.DocumentFacts;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.outcome.Finding;
import be.kruispunt.model.outcome.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Opens or advances the case. Every process of the catalogue so far has two parties; for a third one there is no such
 * case: it may open its own under the same name.
 */
public final class Correlate {
    private final ProcessCatalogue processes;

    public Correlate(ProcessCatalogue processes) {
        this.processes = processes;
    }

    /** Refuses with CASE_UNKNOWN, CASE_MISMATCH, NOT_ALLOWED_NOW and EARLIER_BOX_CHANGED. */
    public Result<Correlated> correlate(Authorised authorised) {
        Header header = authorised.validated().document().header();
        DocumentFacts facts = authorised.validated().content().facts();
        Optional<BusinessProcess> process = processes.find(header.process());
        if (process.isEmpty()) {
            return Result.refused(NOT_ALLOWED_NOW, "the hub does not know the process " + header.process());
        }
        if (authorised.granted().receivers().size() != 1) {
            return Result.refused(CASE_MISMATCH, header.process() + " has two parties; name one receiver");
        }
        InstitutionId receiver = authorised.granted().receivers().getFirst().id();
        if (authorised.lookedUp().namesSeveralCases()) {
            return Result.refused(CASE_MISMATCH, "several cases of yours have this identifier; name the receiver");
        }
        Optional<CaseFile> caseFile = authorised.lookedUp().caseFile();
        return caseFile.isPresent()
                ? advance(authorised, caseFile.get(), process.get(), receiver)
                : open(authorised, header, facts, process.get(), receiver);
    }

    private static Result<Correlated> open(
            Authorised authorised,
            Header header,
            DocumentFacts facts,
            BusinessProcess process,
            InstitutionId receiver) {
        if (!process.isStarter(facts.act())) {
            return header.caseId().isPresent()
                    ? Result.refused(CASE_UNKNOWN, "no case " + header.caseId().get() + " for " + header.sender())
                    : Result.refused(
                            CASE_UNKNOWN, facts.act() + " does not open a case of " + process.id() + "; name the case");
        }
        CaseId id = header.caseId()
                .orElseGet(() -> new CaseId(authorised.received().ticket().value()));
        var file =
                new CaseFile(id, process.id(), header.sender(), receiver, persons(authorised), List.of(), Map.of(), 0);
        return Result.passed(new Correlated(authorised, after(file, CaseRole.CASE_OWNER, facts, authorised)));
    }

    private static Result<Correlated> advance(
            Authorised authorised, CaseFile file, BusinessProcess process, InstitutionId receiver) {
        Header header = authorised.validated().document().header();
        DocumentFacts facts = authorised.validated().content().facts();
        CaseRole role = file.roleOf(header.sender()).orElseThrow();
        if (!file.process().equals(process.id())
                || file.roleOf(receiver).filter(role.other()::equals).isEmpty()) {
            return Result.refused(CASE_MISMATCH, "the case is of " + file.process() + " between two other parties");
        }
        DirectoryExtract directory = authorised.lookedUp().known().directory();
        if (!concerns(file, persons(authorised), directory)) {
            return Result.refused(CASE_MISMATCH, "the case concerns another person");
        }
        if (!process.allows(role, facts.act(), file.acts())) {
            List<String> next = process.next(role, file.acts());
            return Result.refused(
                    NOT_ALLOWED_NOW,
                    facts.act() + " from the " + role + "; next may come: "
                            + (next.isEmpty() ? "nothing" : String.join(", ", next)));
        }
        List<Finding> changed = KeptBoxes.changed(file, facts.repeatedBoxes(), otherNumbers(facts, directory));
        if (!changed.isEmpty()) {
            return Result.refused(
                    new Refusal(EARLIER_BOX_CHANGED, changed.size() + " earlier box(es) differ", changed));
        }
        return Result.passed(new Correlated(authorised, after(file, role, facts, authorised)));
    }

    /** A person whose number was replaced since is the same person. */
    private static boolean concerns(CaseFile file, Set<Insz> persons, DirectoryExtract directory) {
        return persons.stream()
                .allMatch(person -> file.persons().stream().anyMatch(known -> directory.isSamePerson(known, person)));
    }

    private static Map<String, Set<String>> otherNumbers(DocumentFacts facts, DirectoryExtract directory) {
        return facts.persons().stream()
                .filter(Insz.class::isInstance)
                .map(Insz.class::cast)
                .distinct()
                .collect(Collectors.toMap(Insz::digits, person -> directory.otherNumbers(person).stream()
                        .map(Insz::digits)
                        .collect(Collectors.toUnmodifiableSet())));
    }

    private static CaseFile after(CaseFile file, CaseRole role, DocumentFacts facts, Authorised authorised) {
        return file.after(
                new CaseFile.Event(facts.act(), role, authorised.received().ticket()),
                KeptBoxes.digests(file.id(), facts.keptBoxes()));
    }

    private static Set<Insz> persons(Authorised authorised) {
        return authorised.lookedUp().presentNumbers().stream()
                .filter(Insz.class::isInstance)
                .map(Insz.class::cast)
                .collect(Collectors.toUnmodifiableSet());
    }
}
