package be.kruispunt.access;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A line of the reference directory as it is asked for: without the day of its last change, which is the day on which it
 * is made so.
 *
 * @param person the person
 * @param institution who knows the person
 * @param sector the sector; without one that of the institution
 * @param quality quality code within the sector, one to three digits
 * @param phase phase code; a higher one is further
 * @param period when
 */
public record DirectoryEntry(
        Insz person, InstitutionId institution, Optional<Integer> sector, String quality, int phase, Period period) {
    DirectoryLine line(int sectorOfInstitution, LocalDate today) {
        return new DirectoryLine(
                person, institution, sector.orElse(sectorOfInstitution), quality, phase, period, today);
    }
}
