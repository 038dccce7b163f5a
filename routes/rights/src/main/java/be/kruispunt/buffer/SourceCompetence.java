package be.kruispunt.buffer;

import be.kruispunt.access.Institution;
import be.kruispunt.access.Register;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.rights.StatusChange;
import be.kruispunt.model.rights.StatusCode;
import be.kruispunt.rights.Schemes;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Supplier;

/** Which statuses a source may report: those that a scheme knows, and that institutions of its sector decide. */
public final class SourceCompetence {
    private final Supplier<Register> register;
    private final Schemes schemes;
    private final InstantSource clock;

    public SourceCompetence(Supplier<Register> register, Schemes schemes, InstantSource clock) {
        this.register = register;
        this.schemes = schemes;
        this.clock = clock;
    }

    /** What this source may tell today. What it told before it may always withdraw. */
    public Of of(InstitutionId source) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ConsiderQuestion.BRUSSELS);
        // No sector has a negative number: of whoever is not registered nothing is believed.
        return new Of(
                register.get().active(source, today).map(Institution::sector).orElse(-1), schemes);
    }

    /** The competence of one source. */
    public record Of(int sector, Schemes schemes) {
        /** By the status, and by the statuses that an authorisation lets the source report. */
        public boolean mayReport(StatusChange change, Set<String> rights) {
            return mayReport(change) && rights.contains(change.code().value());
        }

        boolean mayReport(StatusChange change) {
            return switch (change) {
                case StatusChange.Granted _, StatusChange.Corrected _ -> mayReport(change.code());
                case StatusChange.Withdrawn _ -> true;
            };
        }

        private boolean mayReport(StatusCode code) {
            return schemes.status(code)
                    .filter(kind -> kind.sectors().contains(sector))
                    .isPresent();
        }
    }
}
