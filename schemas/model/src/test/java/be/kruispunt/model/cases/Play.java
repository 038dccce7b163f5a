package be.kruispunt.model.cases;

import be.kruispunt.model.cases.CaseFile.Event;
import be.kruispunt.model.cases.CaseRules.Attempt;
import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.message.CaseLink;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A case that is played act by act, a minute after one another. */
final class Play {
    static final InstitutionId OWNER = InstitutionId.of("BE:0206737484");
    static final InstitutionId ONE = InstitutionId.of("LU:0053");
    static final InstitutionId OTHER = InstitutionId.of("LU:0021");
    static final Instant BEGIN = Instant.parse("2026-11-26T09:00:00Z");

    private final CaseRules rules;
    private CaseFile file;

    Play(BusinessProcess process, InstitutionId... counterparties) {
        this.rules = new CaseRules(process);
        this.file =
                CaseFile.opening(new CaseId(UUID.randomUUID()), process.id(), OWNER, List.of(counterparties), Set.of());
    }

    CaseFile file() {
        return file;
    }

    CaseRules rules() {
        return rules;
    }

    Permission ask(InstitutionId by, String act) {
        return rules.ask(file, Attempt.of(by, act));
    }

    Permission ask(InstitutionId by, String act, Event about) {
        return rules.ask(
                file, new Attempt(by, act, Set.of(), new CaseLink(Optional.of(about.ticket()), Optional.empty())));
    }

    List<String> next(InstitutionId by) {
        return rules.next(file, by);
    }

    /** Sent to all others, about whatever fits. */
    Event send(InstitutionId by, String act) {
        return send(by, act, new HashSet<>(file.others(by)), Optional.empty());
    }

    Event send(InstitutionId by, String act, Set<InstitutionId> to, Optional<Event> about) {
        return send(by, act, to, new CaseLink(about.map(Event::ticket), Optional.empty()));
    }

    Event send(InstitutionId by, String act, Set<InstitutionId> to, CaseLink link) {
        Permission permission = rules.ask(file, new Attempt(by, act, to, link));
        if (!(permission instanceof Permission.Allowed(Optional<Event> found))) {
            throw new AssertionError(act + " from " + by + ": " + permission + " in " + file.acts());
        }
        var event = new Event(
                new Ticket(UUID.randomUUID()),
                act,
                by,
                to,
                found.map(Event::ticket),
                BEGIN.plus(Duration.ofMinutes(file.version())));
        file = rules.after(file, event, link, Map.of());
        return event;
    }

    /** The same case, without what this institution neither sent nor received. */
    CaseFile asSeenBy(InstitutionId viewer) {
        return new CaseFile(
                file.id(),
                file.process(),
                file.owner(),
                file.participants(),
                file.persons(),
                file.events().stream()
                        .filter(event -> event.by().equals(viewer) || event.to().contains(viewer))
                        .toList(),
                file.keptBoxes(),
                file.closesAt(),
                file.version());
    }
}
