package be.kruispunt.model.cases;

import be.kruispunt.model.cases.CaseFile.Event;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A case as one institution sees it: the acts that it sent or received, and those that concern everybody. What others sent one
 * another it must not learn, also not from what it is allowed to send.
 */
final class CaseView {
    private final InstitutionId viewer;
    private final List<Event> events;
    private final Map<Ticket, Event> byTicket = new HashMap<>();
    private final Set<Ticket> undone = new HashSet<>();

    private CaseView(InstitutionId viewer, List<Event> events) {
        this.viewer = viewer;
        this.events = events;
        events.forEach(event -> byTicket.put(event.ticket(), event));
        events.stream()
                .filter(event -> Administrative.UNDO.contains(event.act()))
                .flatMap(event -> event.about().stream())
                .flatMap(ticket -> Optional.ofNullable(byTicket.get(ticket)).stream())
                .forEach(event -> undone.add(root(event).ticket()));
    }

    static CaseView of(CaseFile file, InstitutionId viewer) {
        return new CaseView(
                viewer,
                file.events().stream()
                        .filter(event -> event.by().equals(viewer)
                                || event.to().contains(viewer)
                                || Administrative.CONCERN_ALL.contains(event.act()))
                        .toList());
    }

    /** As the hub sees it, which sees everything. */
    static CaseView whole(CaseFile file) {
        return new CaseView(file.owner(), file.events());
    }

    /** The acts that fit and hold: neither taken back nor rejected, oldest first. */
    List<Event> standing(Predicate<Event> wanted) {
        return events.stream()
                .filter(event -> !undone.contains(root(event).ticket()))
                .filter(wanted)
                .toList();
    }

    /** The acts that fit and that the viewer sent. */
    List<Event> sent(Predicate<Event> wanted) {
        return standing(wanted.and(event -> event.by().equals(viewer)));
    }

    /** The acts that fit and that the viewer received. */
    List<Event> received(Predicate<Event> wanted) {
        return standing(wanted.and(event -> event.to().contains(viewer)));
    }

    /** Whether the viewer has sent {@code act} on that event. One whose message names no other answers all before it. */
    boolean hasAnswered(Event asked, String act) {
        int since = events.indexOf(asked);
        return sent(event -> event.act().equals(act)
                        && events.indexOf(event) > since
                        && event.about().map(asked.ticket()::equals).orElse(true))
                .stream()
                .findAny()
                .isPresent();
    }

    /** The act that closed the case, if it is closed. */
    Optional<Event> closure() {
        Optional<Event> closure = Optional.empty();
        for (Event event : events) {
            closure = switch (event.act()) {
                case Administrative.CLOSE -> Optional.of(event);
                case Administrative.REOPENED -> Optional.empty();
                default -> closure;
            };
        }
        return closure;
    }

    /** What came after an act. */
    boolean isAfter(Event event, Event earlier) {
        return events.indexOf(event) > events.indexOf(earlier);
    }

    /** What an act and its renewals have in common: what they answer, or else the first of them. */
    Ticket subject(Event event) {
        Event root = root(event);
        return root.about().orElse(root.ticket());
    }

    /** The first of an act and its renewals: what is said of one is said of all. */
    private Event root(Event event) {
        Event root = event;
        while (root.about().isPresent()) {
            Event earlier = byTicket.get(root.about().get());
            if (earlier == null
                    || !earlier.act().equals(root.act())
                    || !earlier.by().equals(root.by())) {
                break;
            }
            root = earlier;
        }
        return root;
    }
}
