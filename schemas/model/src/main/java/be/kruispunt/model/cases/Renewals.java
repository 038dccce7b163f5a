package be.kruispunt.model.cases;

import be.kruispunt.model.cases.CaseFile.Event;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one participant of a case has told another, and what of it was said again. An act and its updates are one thing: an
 * update names the act itself, or what the act answered.
 */
public final class Renewals {
    private final CaseView view;
    private final List<Event> told;
    private final List<Event> standing;

    /** One thing that was said, as often as it was said. */
    private record Thing(String act, Ticket of) {}

    private Renewals(CaseView view, List<Event> told) {
        this.view = view;
        this.told = told;
        this.standing = view.standing(told::contains);
    }

    /** What {@code by} has sent to {@code to}. */
    public static Renewals of(CaseFile file, InstitutionId by, InstitutionId to) {
        return new Renewals(
                CaseView.of(file, by),
                file.events().stream()
                        .filter(event -> event.by().equals(by) && event.to().contains(to))
                        .toList());
    }

    /** The last of an act that holds: what was taken back or rejected does not. */
    public Optional<Event> latest(String act) {
        return standing.reversed().stream()
                .filter(event -> event.act().equals(act))
                .findFirst();
    }

    /** Of each thing said by these acts the last time that it was said, and the last time that holds; newest first. */
    public List<Event> lastWords(Set<String> acts) {
        var last = new HashSet<>(last(told).values());
        last.addAll(last(standing).values());
        return told.reversed().stream()
                .filter(event -> acts.contains(event.act()) && last.contains(event))
                .toList();
    }

    private Map<Thing, Event> last(List<Event> events) {
        return events.stream().collect(Collectors.toMap(this::thing, event -> event, (earlier, later) -> later));
    }

    /** Whether these messages say what that one said: it is among them, or one of them renews it. */
    public boolean isSaidBy(Collection<Ticket> messages, Ticket earlier) {
        return messages.contains(earlier)
                || find(earlier)
                        .map(event -> told.stream()
                                .filter(other -> messages.contains(other.ticket()))
                                .anyMatch(other -> thing(other).equals(thing(event)) && view.isAfter(other, event)))
                        .orElse(false);
    }

    /** Whether a message that was told holds no more: its sender took it back, or its receiver rejected it. */
    public boolean isUndone(Ticket message) {
        return find(message).map(event -> !standing.contains(event)).orElse(false);
    }

    private Optional<Event> find(Ticket ticket) {
        return told.stream().filter(event -> event.ticket().equals(ticket)).findFirst();
    }

    private Thing thing(Event event) {
        return new Thing(event.act(), view.subject(event));
    }
}
