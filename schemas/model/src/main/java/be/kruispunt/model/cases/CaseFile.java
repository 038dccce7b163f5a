package be.kruispunt.model.cases;

import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.id.Ticket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A case as it stands. Immutable: an act gives the next version.
 *
 * @param id the name of the case. Its owner may have chosen it, so another owner may have a case of the same name: a case
 *     is known by its name and its owner
 * @param process its business process
 * @param owner the institution that opened it
 * @param counterparty the other institution
 * @param persons whom the case concerns
 * @param events what was sent so far, oldest first
 * @param keptBoxes keyed digests of the boxes that later steps must repeat: box number to digest
 * @param version 1 for a case that was just opened, one more with every act
 */
public record CaseFile(
        CaseId id,
        String process,
        InstitutionId owner,
        InstitutionId counterparty,
        Set<Insz> persons,
        List<Event> events,
        Map<String, String> keptBoxes,
        int version) {

    /** One act of a case. */
    public record Event(String act, CaseRole by, Ticket ticket) {}

    public CaseFile {
        persons = Set.copyOf(persons);
        events = List.copyOf(events);
        keptBoxes = Map.copyOf(keptBoxes);
    }

    /** The role of an institution in this case, if it is a party to it. */
    public Optional<CaseRole> roleOf(InstitutionId institution) {
        if (institution.equals(owner)) {
            return Optional.of(CaseRole.CASE_OWNER);
        }
        return institution.equals(counterparty) ? Optional.of(CaseRole.COUNTERPARTY) : Optional.empty();
    }

    /** The party that an institution deals with in this case, if it is a party to it itself. */
    public Optional<InstitutionId> otherPartyOf(InstitutionId institution) {
        return roleOf(institution).map(role -> role == CaseRole.CASE_OWNER ? counterparty : owner);
    }

    public List<String> acts() {
        return events.stream().map(Event::act).toList();
    }

    /** The case after one more act, which may add boxes to keep. */
    public CaseFile after(Event event, Map<String, String> moreKeptBoxes) {
        var allEvents = new ArrayList<>(events);
        allEvents.add(event);
        var boxes = new HashMap<>(keptBoxes);
        boxes.putAll(moreKeptBoxes);
        return new CaseFile(id, process, owner, counterparty, persons, allEvents, boxes, version + 1);
    }

    @Override
    public String toString() {
        return process + " " + id + " version " + version;
    }
}
