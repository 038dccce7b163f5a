package be.kruispunt.exchange;

import static be.kruispunt.model.outcome.RefusalCode.CASE_MISMATCH;
import static be.kruispunt.model.outcome.RefusalCode.CASE_UNKNOWN;
import static be.kruispunt.model.outcome.RefusalCode.EARLIER_BOX_CHANGED;
import static be.kruispunt.model.outcome.RefusalCode.NOT_ALLOWED_NOW;

import be.kruispunt.access.DirectoryExtract;
import be.kruispunt.model.cases.BusinessProcess;
import be.kruispunt.model.cases.BusinessProcess.Parties;
import be.kruispunt.model.cases.CaseFile;
import be.kruispunt.model.cases.CaseFile.Event;
import be.kruispunt.model.cases.CaseRules;
import be.kruispunt.model.cases.CaseRules.Attempt;
import be.kruispunt.model.cases.Permission;
import be.kruispunt.model.cases.ProcessCatalogue;
import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.message.DocumentFacts;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.outcome.Finding;
import be.kruispunt.model.outcome.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Opens or advances the case. For who takes no part in a case there is none of its name: it may open its own under that name.
 */
public final class Correlate {
    private final ProcessCatalogue processes;

    public Correlate(ProcessCatalogue processes) {
        this.processes = processes;
    }

    /** Refuses with CASE_UNKNOWN, CASE_MISMATCH, NOT_ALLOWED_NOW and EARLIER_BOX_CHANGED. */
    public Result<Correlated> correlate(Authorised authorised) {
        Header header = authorised.header();
        Optional<BusinessProcess> process = processes.find(header.process());
        if (process.isEmpty()) {
            return Result.refused(NOT_ALLOWED_NOW, "the hub does not know the process " + header.process());
        }
        if (authorised.lookedUp().namesSeveralCases()) {
            return Result.refused(CASE_MISMATCH, "several cases of yours have this identifier; name the receiver");
        }
        return authorised
                .lookedUp()
                .caseFile()
                .map(file -> advance(authorised, file, process.get()))
                .orElseGet(() -> open(authorised, process.get()));
    }

    private static Result<Correlated> open(Authorised authorised, BusinessProcess process) {
        Header header = authorised.header();
        String act = authorised.facts().act();
        List<InstitutionId> receivers = authorised.receivers();
        if (process.parties() == Parties.TWO && receivers.size() != 1) {
            return Result.refused(CASE_MISMATCH, process.id() + " has two parties; name one receiver");
        }
        if (!process.isStarter(act)) {
            return header.caseId().isPresent()
                    ? Result.refused(CASE_UNKNOWN, "no case " + header.caseId().get() + " for " + header.sender())
                    : Result.refused(
                            CASE_UNKNOWN, act + " does not open a case of " + process.id() + "; name the case");
        }
        CaseId id = header.caseId()
                .orElseGet(() -> new CaseId(authorised.received().ticket().value()));
        var file = CaseFile.opening(id, process.id(), header.sender(), receivers, persons(authorised));
        return correlated(authorised, after(file, process, Optional.empty(), authorised));
    }

    private static Result<Correlated> advance(Authorised authorised, CaseFile file, BusinessProcess process) {
        Header header = authorised.header();
        DocumentFacts facts = authorised.facts();
        var attempt = new Attempt(header.sender(), facts.act(), Set.copyOf(authorised.receivers()), header.link());
        Optional<String> mismatch = mismatch(authorised, file, process, attempt);
        if (mismatch.isPresent()) {
            return Result.refused(CASE_MISMATCH, mismatch.get());
        }
        var rules = new CaseRules(process);
        if (!(rules.ask(file, attempt) instanceof Permission.Allowed(Optional<Event> about))) {
            return Result.refused(NOT_ALLOWED_NOW, reason(file, rules, attempt));
        }
        List<Finding> changed = KeptBoxes.changed(
                file,
                facts.repeatedBoxes(),
                otherNumbers(facts, authorised.lookedUp().known().directory()));
        if (!changed.isEmpty()) {
            return Result.refused(
                    new Refusal(EARLIER_BOX_CHANGED, changed.size() + " earlier box(es) differ", changed));
        }
        return correlated(authorised, after(file, process, about, authorised));
    }

    private static Result<Correlated> correlated(Authorised authorised, CaseFile after) {
        return Result.passed(
                new Correlated(authorised.lookedUp(), authorised.granted().receivers(), after));
    }

    private static Optional<String> mismatch(
            Authorised authorised, CaseFile file, BusinessProcess process, Attempt attempt) {
        if (!file.process().equals(process.id())) {
            return Optional.of("the case is of " + file.process());
        }
        Set<InstitutionId> others = new HashSet<>(CaseRules.addressees(file, attempt.toWhomever()));
        Optional<InstitutionId> stranger = attempt.to().stream()
                .filter(one -> !others.contains(one))
                .sorted()
                .findFirst();
        if (stranger.isPresent()) {
            return Optional.of("the case is of " + file.process() + ", and " + stranger.get() + " takes no part in it"
                    + (stranger.get().equals(attempt.by()) ? " beside itself" : ""));
        }
        return concerns(file, persons(authorised), authorised.lookedUp().known().directory())
                ? Optional.empty()
                : Optional.of("the case concerns another person");
    }

    private static String reason(CaseFile file, CaseRules rules, Attempt attempt) {
        List<String> next = rules.next(file, attempt.by());
        return attempt.act() + " from the " + file.roleOf(attempt.by()).orElseThrow() + ": "
                + rules.ask(file, attempt).reason() + "; next may come: "
                + (next.isEmpty() ? "nothing" : String.join(", ", next));
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

    private static CaseFile after(
            CaseFile file, BusinessProcess process, Optional<Event> about, Authorised authorised) {
        Header header = authorised.header();
        DocumentFacts facts = authorised.facts();
        var event = new Event(
                authorised.received().ticket(),
                facts.act(),
                header.sender(),
                Set.copyOf(authorised.receivers()),
                about.map(Event::ticket),
                authorised.received().at());
        return new CaseRules(process)
                .after(file, event, header.link(), KeptBoxes.digests(file.id(), facts.keptBoxes()));
    }

    private static Set<Insz> persons(Authorised authorised) {
        return authorised.lookedUp().presentNumbers().stream()
                .filter(Insz.class::isInstance)
                .map(Insz.class::cast)
                .collect(Collectors.toUnmodifiableSet());
    }
}
