package be.kruispunt.model.cases;

import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.id.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A case as it stands. Immutable: an act gives the next version.
 *
 * @param id the name of the case. Its owner may have chosen it, so another owner may have a case of the same name: a case
 *     is known by its name and its owner
 * @param process its business process
 * @param owner the institution that opened it; who owns it now, its participants say
 * @param participants who takes part, or took part once, in the order in which they came
 * @param persons whom the case concerns
 * @param events what was sent so far, oldest first
 * @param keptBoxes keyed digests of the boxes that later steps must repeat: box number to digest
 * @param closesAt when the hub closes it by itself, if nothing comes before
 * @param version 1 for a case that was just opened, one more with every act
 */
public record CaseFile(
        CaseId id,
        String process,
        InstitutionId owner,
        List<Participant> participants,
        Set<Insz> persons,
        List<Event> events,
        Map<String, String> keptBoxes,
        Optional<Instant> closesAt,
        int version) {

    /**
     * One act of a case.
     *
     * @param ticket the message with which it came; of what the hub did by itself, a number of its own
     * @param act what was done
     * @param by who did it: a participant, or the hub itself
     * @param to whom it was sent
     * @param about the earlier act that it answers, renews, rejects, ...
     * @param at when the hub received it
     */
    public record Event(
            Ticket ticket, String act, InstitutionId by, Set<InstitutionId> to, Optional<Ticket> about, Instant at) {
        public Event {
            to = Set.copyOf(to);
        }
    }

    public CaseFile {
        participants = List.copyOf(participants);
        persons = Set.copyOf(persons);
        events = List.copyOf(events);
        keptBoxes = Map.copyOf(keptBoxes);
    }

    /** A case in which nothing was sent yet. */
    public static CaseFile opening(
            CaseId id, String process, InstitutionId owner, List<InstitutionId> counterparties, Set<Insz> persons) {
        var participants = new ArrayList<Participant>();
        participants.add(new Participant(owner, CaseRole.CASE_OWNER));
        counterparties.forEach(one -> participants.add(new Participant(one, CaseRole.COUNTERPARTY)));
        return new CaseFile(id, process, owner, participants, persons, List.of(), Map.of(), Optional.empty(), 0);
    }

    /** What an institution is in this case, or last was. */
    public Optional<Participant> participant(InstitutionId institution) {
        return participants.reversed().stream()
                .filter(one -> one.institution().equals(institution))
                .findFirst();
    }

    /** The role of an institution in this case, also of one that left; absent for who never took part. */
    public Optional<CaseRole> roleOf(InstitutionId institution) {
        return participant(institution).map(Participant::role);
    }

    /** Who takes part now, beside this institution. */
    public List<InstitutionId> others(InstitutionId institution) {
        return participants.stream()
                .filter(Participant::takesPart)
                .map(Participant::institution)
                .filter(one -> !one.equals(institution))
                .toList();
    }

    /** Who has this role now. */
    public Set<InstitutionId> inRole(CaseRole role) {
        return participants.stream()
                .filter(one -> one.takesPart() && one.role() == role)
                .map(Participant::institution)
                .collect(Collectors.toUnmodifiableSet());
    }

    public Optional<Event> event(Ticket ticket) {
        return events.stream().filter(event -> event.ticket().equals(ticket)).findFirst();
    }

    public List<String> acts() {
        return events.stream().map(Event::act).toList();
    }

    /** The case after one more act. */
    CaseFile after(
            Event event,
            Map<String, String> moreKeptBoxes,
            List<Participant> participantsAfter,
            Optional<Instant> closing) {
        var allEvents = new ArrayList<>(events);
        allEvents.add(event);
        var boxes = new HashMap<>(keptBoxes);
        boxes.putAll(moreKeptBoxes);
        return new CaseFile(id, process, owner, participantsAfter, persons, allEvents, boxes, closing, version + 1);
    }

    @Override
    public String toString() {
        return process + " " + id + " version " + version;
    }
}
