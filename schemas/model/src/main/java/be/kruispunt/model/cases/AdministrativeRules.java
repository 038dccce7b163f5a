package be.kruispunt.model.cases;

import be.kruispunt.model.cases.CaseFile.Event;
import be.kruispunt.model.cases.CaseRules.Attempt;
import be.kruispunt.model.cases.Permission.Allowed;
import be.kruispunt.model.cases.Permission.Closed;
import be.kruispunt.model.cases.Permission.NotAbout;
import be.kruispunt.model.cases.Permission.NotYet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** When an administrative document may come, which its sender's role has in the process. */
final class AdministrativeRules {
    private final BusinessProcess process;
    private final CaseView view;

    AdministrativeRules(BusinessProcess process, CaseView view) {
        this.process = process;
        this.view = view;
    }

    Permission ask(CaseRole role, Attempt attempt) {
        Optional<Event> closure = view.closure();
        return switch (attempt.act()) {
            case Administrative.ASK_TO_REOPEN ->
                closure.isPresent() ? new Allowed(closure) : new NotYet(Set.of(Administrative.CLOSE));
            case Administrative.ANSWER_TO_REOPENING ->
                about(
                        since(closure, Set.of(Administrative.ASK_TO_REOPEN)).stream()
                                .filter(event -> !view.hasAnswered(event, attempt.act()))
                                .toList(),
                        Set.of(Administrative.ASK_TO_REOPEN),
                        attempt);
            case Administrative.REOPENED -> reopened(closure, attempt);
            default -> closure.<Permission>map(Closed::new).orElseGet(() -> whileOpen(role, attempt));
        };
    }

    private Permission whileOpen(CaseRole role, Attempt attempt) {
        String act = attempt.act();
        return switch (act) {
            case Administrative.INVALIDATE ->
                about(view.sent(event -> process.has(Flag.INVALIDATE, event.act())), flagged(act, role), attempt);
            case Administrative.REJECT, Administrative.CLARIFY ->
                about(
                        view.received(event -> process.has(Administrative.flag(act), event.act())),
                        flagged(act, role.other()),
                        attempt);
            case Administrative.CLARIFIED -> answer(attempt, Administrative.CLARIFY);
            case Administrative.ANSWER_TO_REMINDER -> answer(attempt, Administrative.REMIND);
            default -> new Allowed(Optional.empty());
        };
    }

    /** The owner decides: when another asked for it, or somebody answered to its own asking. */
    private Permission reopened(Optional<Event> closure, Attempt attempt) {
        Set<String> needed = Set.of(Administrative.ASK_TO_REOPEN, Administrative.ANSWER_TO_REOPENING);
        return about(since(closure, needed), needed, attempt);
    }

    /** What the sender received of these since the case was closed; nothing, while it is open. */
    private List<Event> since(Optional<Event> closure, Set<String> acts) {
        return closure.map(closed -> view.received(event -> acts.contains(event.act()) && view.isAfter(event, closed)))
                .orElse(List.of());
    }

    private Permission answer(Attempt attempt, String question) {
        List<Event> open =
                view.received(event -> event.act().equals(question) && !view.hasAnswered(event, attempt.act()));
        return about(open, Set.of(question), attempt);
    }

    /** An act about another: about the one that is named, or else the last that fits. */
    private static Permission about(List<Event> fitting, Set<String> needed, Attempt attempt) {
        List<Event> reachable = fitting.stream()
                .filter(event -> attempt.to().isEmpty()
                        || event.by().equals(attempt.by())
                        || attempt.to().contains(event.by()))
                .toList();
        if (reachable.isEmpty()) {
            return new NotYet(needed);
        }
        return attempt.about().isPresent() && attempt.named(reachable).isEmpty()
                ? new NotAbout(attempt.act())
                : new Allowed(attempt.named(reachable).or(() -> Optional.of(reachable.getLast())));
    }

    private Set<String> flagged(String act, CaseRole role) {
        var flagged = new HashSet<>(process.acts(role));
        flagged.removeIf(one -> !process.has(Administrative.flag(act), one));
        return flagged;
    }
}
