package be.kruispunt.store;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.Household;
import be.kruispunt.model.rights.PersonIdentity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the register of persons says, at once. In its order: the households, the deaths, the names.
 *
 * @param source the register, as proved
 * @param toldBy the ticket of the message, or the command
 * @param arrivedAt when the message arrived: what arrived later of the same is not undone; absent where it is no message
 * @param households as they are now, each as a whole; one without members is no more
 * @param deaths day of death by number, in the order of the message; empty: he lives, what was told before was wrong
 * @param identities the names of persons, each person's as a whole
 */
public record HouseholdReport(
        InstitutionId source,
        String toldBy,
        Optional<Instant> arrivedAt,
        List<Household> households,
        Map<Insz, Optional<LocalDate>> deaths,
        List<PersonIdentity> identities) {
    public HouseholdReport {
        households = List.copyOf(households);
        deaths = Collections.unmodifiableMap(new LinkedHashMap<>(deaths));
        identities = List.copyOf(identities);
    }

    /** Told otherwise than by message. */
    public HouseholdReport(
            InstitutionId source,
            String toldBy,
            List<Household> households,
            Map<Insz, Optional<LocalDate>> deaths,
            List<PersonIdentity> identities) {
        this(source, toldBy, Optional.empty(), households, deaths, identities);
    }

    /** Of a register that tells no names. */
    public HouseholdReport(
            InstitutionId source, String toldBy, List<Household> households, Map<Insz, Optional<LocalDate>> deaths) {
        this(source, toldBy, households, deaths, List.of());
    }

    /** The same without what is not taken; an outcome for each, in its order. */
    public HouseholdReport taken(List<ChangeOutcome> outcomes) {
        Iterator<ChangeOutcome> next = outcomes.iterator();
        List<Household> homes = households.stream()
                .filter(each -> next.next() == ChangeOutcome.TAKEN)
                .toList();
        var ends = new LinkedHashMap<>(deaths);
        ends.keySet().removeIf(each -> next.next() != ChangeOutcome.TAKEN);
        List<PersonIdentity> named = identities.stream()
                .filter(each -> next.next() == ChangeOutcome.TAKEN)
                .toList();
        return new HouseholdReport(source, toldBy, arrivedAt, homes, ends, named);
    }
}
