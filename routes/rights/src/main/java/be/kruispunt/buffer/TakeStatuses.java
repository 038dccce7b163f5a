package be.kruispunt.buffer;

import be.kruispunt.access.Institution;
import be.kruispunt.access.Register;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.rights.StatusChange;
import be.kruispunt.model.rights.StatusCode;
import be.kruispunt.rights.Derivation;
import be.kruispunt.rights.Schemes;
import be.kruispunt.rights.StatusKind;
import be.kruispunt.store.ChangeOutcome;
import be.kruispunt.store.RightsStore;
import be.kruispunt.store.StatusReport;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Takes what a source reports of its decisions, and derives whom it concerns, in one transaction. Each line by itself: what cannot be
 * taken holds nothing up. Told again, nothing changes, and the answer is the same.
 */
public final class TakeStatuses {
    private final Supplier<Register> register;
    private final RightsStore store;
    private final Schemes schemes;
    private final Derivation derivation;
    private final Clock clock;

    public TakeStatuses(
            Supplier<Register> register, RightsStore store, Schemes schemes, Derivation derivation, Clock clock) {
        this.register = register;
        this.store = store;
        this.schemes = schemes;
        this.derivation = derivation;
        this.clock = clock;
    }

    /**
     * Takes a report.
     *
     * @param report of a source that was proved, and that is authorised to send reports
     * @return what becomes of each of its changes, in their order
     */
    public List<TakenLine> take(StatusReport report) {
        List<Optional<TakenLine>> refused = refusals(report);
        var allowed = new ArrayList<StatusChange>();
        for (int i = 0; i < refused.size(); i++) {
            if (refused.get(i).isEmpty()) {
                allowed.add(report.changes().get(i));
            }
        }
        var outcomes = store.report(new StatusReport(report.source(), report.toldBy(), allowed), derivation::rights)
                .iterator();
        return refused.stream()
                .map(line -> line.orElseGet(() -> line(outcomes.next())))
                .toList();
    }

    /** Which changes this source may not tell, in their order. */
    List<Optional<TakenLine>> refusals(StatusReport report) {
        int sector = sector(report.source());
        return report.changes().stream().map(change -> refusal(change, sector)).toList();
    }

    /** None of whoever is not registered: no sector has a negative number. */
    private int sector(InstitutionId source) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ConsiderQuestion.BRUSSELS);
        return register.get().active(source, today).map(Institution::sector).orElse(-1);
    }

    private Optional<TakenLine> refusal(StatusChange change, int sector) {
        return switch (change) {
            case StatusChange.Granted(var status) -> refusal(status.status(), sector);
            case StatusChange.Corrected(var status) -> refusal(status.status(), sector);
            case StatusChange.Withdrawn _ -> Optional.empty();
        };
    }

    private Optional<TakenLine> refusal(StatusCode code, int sector) {
        Optional<StatusKind> kind = schemes.status(code);
        if (kind.isEmpty()) {
            return Optional.of(TakenLine.STATUS_UNKNOWN);
        }
        return kind.get().sectors().contains(sector) ? Optional.empty() : Optional.of(TakenLine.STATUS_OF_OTHERS);
    }

    static TakenLine line(ChangeOutcome outcome) {
        return switch (outcome) {
            case TAKEN -> TakenLine.TAKEN;
            case REFERENCE_TAKEN -> TakenLine.REFERENCE_TAKEN;
            case REFERENCE_UNKNOWN -> TakenLine.REFERENCE_UNKNOWN;
        };
    }
}
