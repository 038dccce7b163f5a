package be.kruispunt.store;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.Household;
import be.kruispunt.model.rights.PersonIdentity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the register of persons says, at once.
 *
 * @param source the register, as proved
 * @param toldBy the ticket of the message, or the command
 * @param households as they are now, each as a whole; one without members is no more
 * @param deaths day of death by number; empty: he lives, what was told before was wrong
 * @param identities the names of persons, each person's as a whole
 */
public record HouseholdReport(
        InstitutionId source,
        String toldBy,
        List<Household> households,
        Map<Insz, Optional<LocalDate>> deaths,
        List<PersonIdentity> identities) {
    public HouseholdReport {
        households = List.copyOf(households);
        deaths = Map.copyOf(deaths);
        identities = List.copyOf(identities);
    }

    /** Of a register that tells no names. */
    public HouseholdReport(
            InstitutionId source, String toldBy, List<Household> households, Map<Insz, Optional<LocalDate>> deaths) {
        this(source, toldBy, households, deaths, List.of());
    }
}
