package be.kruispunt.model.cases;

import be.kruispunt.model.cases.BusinessProcess.Timer;
import be.kruispunt.model.cases.CaseFile.Event;
import be.kruispunt.model.cases.Permission.Allowed;
import be.kruispunt.model.cases.Permission.Closed;
import be.kruispunt.model.cases.Permission.NoSuchMove;
import be.kruispunt.model.cases.Permission.NotAbout;
import be.kruispunt.model.cases.Permission.NotInProcess;
import be.kruispunt.model.cases.Permission.NotToAll;
import be.kruispunt.model.cases.Permission.NotYet;
import be.kruispunt.model.cases.Permission.NotYours;
import be.kruispunt.model.cases.Permission.SentAlready;
import be.kruispunt.model.cases.Permission.ShutOut;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.message.CaseLink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What may come next in a case of one process, from whom, and why anything else may not. The order of the reasons is the order
 * in which somebody would ask: is it in the process, is it mine to send, is the case open, did what it needs come before.
 */
public final class CaseRules {
    private final BusinessProcess process;

    public CaseRules(BusinessProcess process) {
        this.process = process;
    }

    /**
     * What an institution would like to send.
     *
     * @param by who; a participant of the case, or one that was
     * @param act what
     * @param to whom; nobody yet, where the question is whether it may send it at all
     * @param link the earlier message of the case that it names, and who comes or goes; what is not named, the hub looks for
     */
    public record Attempt(InstitutionId by, String act, Set<InstitutionId> to, CaseLink link) {
        public Attempt {
            to = Set.copyOf(to);
        }

        /** The same, with who comes or goes, and to nobody in particular. */
        public Attempt toWhomever() {
            return new Attempt(by, act, Set.of(), new CaseLink(Optional.empty(), link.participant()));
        }

        Optional<Ticket> about() {
            return link.relatedTo();
        }

        /** Which of these acts it names. */
        Optional<Event> named(List<Event> events) {
            return about().flatMap(ticket -> events.stream()
                    .filter(event -> event.ticket().equals(ticket))
                    .findFirst());
        }

        /** To whomever, and about whatever fits. */
        public static Attempt of(InstitutionId by, String act) {
            return new Attempt(by, act, Set.of(), CaseLink.NONE);
        }
    }

    /** Whether it may, or why not. */
    public Permission ask(CaseFile file, Attempt attempt) {
        Participant participant = file.participant(attempt.by())
                .orElseThrow(() -> new IllegalArgumentException(attempt.by() + " never took part in this case"));
        CaseRole role = participant.role();
        if (!process.knows(attempt.act())) {
            return new NotInProcess(process.id());
        }
        if (!process.maySend(role, attempt.act())) {
            return new NotYours(file.inRole(role.other()));
        }
        Optional<Event> left = participant.left().flatMap(file::event);
        if (left.isPresent()) {
            return new Closed(left.get());
        }
        if (file.events().isEmpty()) {
            return process.isStarter(attempt.act()) ? new Allowed(Optional.empty()) : new NotYet(process.starters());
        }
        var view = CaseView.of(file, attempt.by());
        Permission permission = process.acts(role).contains(attempt.act())
                ? act(view, role, attempt)
                : new AdministrativeRules(process, view).ask(role, attempt);
        return permission.isAllowed() ? toAll(file, attempt, permission) : permission;
    }

    /** Everything that an institution may send now, in alphabetical order. */
    public List<String> next(CaseFile file, InstitutionId by) {
        return file.roleOf(by).stream()
                .flatMap(role -> process.everyAct(role).stream())
                .filter(act -> ask(file, Attempt.of(by, act)).isAllowed())
                .toList();
    }

    /** The roles of everybody who takes part, or would with this act. */
    public static Map<InstitutionId, CaseRole> roles(CaseFile file, Attempt attempt) {
        var roles = new HashMap<InstitutionId, CaseRole>();
        new Moves(file, attempt)
                .after(new Ticket(file.id().value()))
                .forEach(one -> roles.put(one.institution(), one.role()));
        return roles;
    }

    /** To whom an act goes that names nobody: to who sent what it is about, or else to everybody. */
    public static List<InstitutionId> addressees(CaseFile file, Attempt attempt) {
        Optional<InstitutionId> asker =
                attempt.about().flatMap(file::event).map(Event::by).filter(file.others(attempt.by())::contains);
        if (asker.isPresent() && !Administrative.CONCERN_ALL.contains(attempt.act())) {
            return List.of(asker.get());
        }
        var all = new ArrayList<>(file.others(attempt.by()));
        new Moves(file, attempt).comes().filter(one -> !all.contains(one)).ifPresent(all::add);
        return all;
    }

    /** The case after an act that was allowed, which may add boxes to keep. */
    public CaseFile after(CaseFile file, Event event, CaseLink link, Map<String, String> moreKeptBoxes) {
        var attempt = new Attempt(event.by(), event.act(), event.to(), link);
        List<Participant> participants = new Moves(file, attempt).after(event.ticket());
        CaseFile after = file.after(event, moreKeptBoxes, participants, Optional.empty());
        return process.timer().isEmpty() ? after : file.after(event, moreKeptBoxes, participants, closesAt(after));
    }

    /** The case after the hub has closed it, because nothing came for as long as its process says. */
    public CaseFile closedByItself(CaseFile file, Ticket ticket, InstitutionId hub, Instant now) {
        Timer timer = process.timer().orElseThrow();
        Set<InstitutionId> all = file.participants().stream()
                .filter(Participant::takesPart)
                .map(Participant::institution)
                .collect(Collectors.toUnmodifiableSet());
        var event = new Event(ticket, timer.act(), hub, all, Optional.empty(), now);
        return file.after(event, Map.of(), file.participants(), Optional.empty());
    }

    private Optional<Instant> closesAt(CaseFile file) {
        var view = CaseView.whole(file);
        if (process.timer().isEmpty() || view.closure().isPresent()) {
            return Optional.empty();
        }
        Timer timer = process.timer().get();
        return view.standing(event -> event.act().equals(timer.after())).isEmpty()
                ? Optional.empty()
                : Optional.of(file.events().getLast().at().plus(timer.idle()));
    }

    private Permission act(CaseView view, CaseRole role, Attempt attempt) {
        Optional<Event> closure = view.closure();
        if (closure.isPresent()) {
            return new Closed(closure.get());
        }
        String act = attempt.act();
        Optional<Event> other =
                role == CaseRole.CASE_OWNER && process.exclusive().contains(act)
                        ? last(view.standing(event -> process.exclusive().contains(event.act())
                                && !event.act().equals(act)))
                        : Optional.empty();
        if (other.isPresent()) {
            return new ShutOut(other.get());
        }
        List<Event> own = view.sent(event -> event.act().equals(act));
        Set<String> questions = process.questions(role, act);
        if (questions.isEmpty()) {
            return freely(view.standing(event -> true), own, attempt);
        }
        List<Event> asked = view.standing(event -> questions.contains(event.act()) && isAsked(event, role, attempt));
        List<Event> open =
                asked.stream().filter(event -> !view.hasAnswered(event, act)).toList();
        if (attempt.about().isEmpty() && !open.isEmpty()) {
            return new Allowed(last(open));
        }
        if (asked.isEmpty() && own.isEmpty()) {
            return new NotYet(questions);
        }
        Optional<Event> named = named(open, attempt);
        return named.isPresent() ? new Allowed(named) : again(plus(asked, own), own, attempt);
    }

    /** Whether somebody asked this of the sender; where the answer is to go, it must go to who asked. */
    private boolean isAsked(Event event, CaseRole role, Attempt attempt) {
        return event.by().equals(attempt.by())
                ? process.isFollowUp(role, attempt.act())
                : event.to().contains(attempt.by())
                        && (attempt.to().isEmpty() || attempt.to().contains(event.by()));
    }

    /** What nothing has to precede may name any act that its sender sees. */
    private Permission freely(List<Event> seen, List<Event> own, Attempt attempt) {
        if (!own.isEmpty()) {
            return again(seen, own, attempt);
        }
        Optional<Event> named = named(seen, attempt);
        return attempt.about().isPresent() && named.isEmpty() ? new NotAbout(attempt.act()) : new Allowed(named);
    }

    /** An act that was sent may come again if it may be updated; it may name itself, or what it answered. */
    private Permission again(List<Event> nameable, List<Event> own, Attempt attempt) {
        if (attempt.about().isPresent() && named(nameable, attempt).isEmpty()) {
            return new NotAbout(attempt.act());
        }
        if (own.isEmpty()) {
            return new NotAbout(attempt.act());
        }
        return process.has(Flag.UPDATE, attempt.act())
                ? new Allowed(named(nameable, attempt).or(() -> last(own)))
                : new SentAlready(own.getLast());
    }

    private static Permission toAll(CaseFile file, Attempt attempt, Permission permission) {
        if (attempt.to().isEmpty() || !Administrative.CONCERN_ALL.contains(attempt.act())) {
            return permission;
        }
        var moves = new Moves(file, attempt);
        if (!moves.canBe()) {
            return new NoSuchMove();
        }
        var missing = new HashSet<>(file.others(attempt.by()));
        moves.comes().ifPresent(missing::add);
        missing.removeAll(attempt.to());
        return missing.isEmpty() ? permission : new NotToAll(missing);
    }

    private static List<Event> plus(List<Event> one, List<Event> other) {
        var both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }

    private static Optional<Event> named(List<Event> events, Attempt attempt) {
        return attempt.named(events);
    }

    private static Optional<Event> last(List<Event> events) {
        return events.isEmpty() ? Optional.empty() : Optional.of(events.getLast());
    }
}
