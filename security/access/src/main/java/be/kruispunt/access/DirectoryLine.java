package be.kruispunt.access;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import java.time.LocalDate;
import java.util.List;

/**
 * A line of the reference directory: this institution knows this person, in this quality, in this phase, in this period.
 *
 * @param insz the person
 * @param institution who knows the person
 * @param sector the institution's sector
 * @param quality quality code within the sector, one to three digits
 * @param phase phase code; a higher one is further
 * @param period when; without an end the dossier is still active
 * @param lastChange the day on which the line last changed
 */
public record DirectoryLine(
        Insz insz,
        InstitutionId institution,
        int sector,
        String quality,
        int phase,
        Period period,
        LocalDate lastChange) {
    /** What makes it another line, rather than a change of this one. */
    public Object key() {
        return List.of(insz, institution, sector, quality, phase, period.from());
    }

    DirectoryLine changedOn(LocalDate day) {
        return new DirectoryLine(insz, institution, sector, quality, phase, period, day);
    }
}
