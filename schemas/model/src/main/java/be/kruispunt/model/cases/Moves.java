package be.kruispunt.model.cases;

import be.kruispunt.model.cases.CaseRules.Attempt;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who comes into a case with an act and who goes out of it: X005 adds, X006 removes, X007 passes the sender's own place on. */
final class Moves {
    private final CaseFile file;
    private final Attempt attempt;

    Moves(CaseFile file, Attempt attempt) {
        this.file = file;
        this.attempt = attempt;
    }

    /** Who comes in. */
    Optional<InstitutionId> comes() {
        return switch (attempt.act()) {
            case Administrative.ADD_PARTICIPANT, Administrative.FORWARD ->
                attempt.link().participant();
            default -> Optional.empty();
        };
    }

    private Optional<InstitutionId> goes() {
        return switch (attempt.act()) {
            case Administrative.REMOVE_PARTICIPANT -> attempt.link().participant();
            case Administrative.FORWARD -> Optional.of(attempt.by());
            default -> Optional.empty();
        };
    }

    /** Whether who comes and goes can: who comes takes no part yet, and who is removed is another that does. */
    boolean canBe() {
        return switch (attempt.act()) {
            case Administrative.ADD_PARTICIPANT, Administrative.FORWARD ->
                comes().filter(one -> !takesPart(one)).isPresent();
            case Administrative.REMOVE_PARTICIPANT ->
                goes().filter(file.others(attempt.by())::contains).isPresent();
            default -> true;
        };
    }

    /** Who takes part after the message of this ticket. */
    List<Participant> after(Ticket ticket) {
        var after = new ArrayList<Participant>();
        for (Participant one : file.participants()) {
            boolean leaves =
                    one.takesPart() && goes().filter(one.institution()::equals).isPresent();
            after.add(leaves ? one.leavingBy(ticket) : one);
        }
        CaseRole role = attempt.act().equals(Administrative.FORWARD)
                ? file.roleOf(attempt.by()).orElseThrow()
                : CaseRole.COUNTERPARTY;
        comes().ifPresent(one -> after.add(new Participant(one, role)));
        return after;
    }

    private boolean takesPart(InstitutionId institution) {
        return file.participant(institution).filter(Participant::takesPart).isPresent();
    }
}
