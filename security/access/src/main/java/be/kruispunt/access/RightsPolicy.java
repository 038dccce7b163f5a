package be.kruispunt.access;

import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.rights.RightsQuestion;
import be.kruispunt.model.rights.RightsReply.Reason;
import java.time.LocalDate;
import java.util.List;

/**
 * Who may ask for a right: an institution that is registered, by an authorisation whose document is the code of the scheme and
 * that names it as the sender, for the purpose of that authorisation. By the register alone, so that a refusal says nothing of
 * the persons.
 */
public final class RightsPolicy {
    /** What was decided. */
    public sealed interface Decision {
        /**
         * The question is looked at.
         *
         * @param authorisation the number of the deliberation
         */
        record Granted(String authorisation) implements Decision {}

        record Denied(Reason reason) implements Decision {}
    }

    /** Decides, by the register as it stands. */
    public Decision decide(RightsQuestion question, Register register, LocalDate today) {
        if (register.active(question.asker(), today).isEmpty()) {
            return new Decision.Denied(Reason.UNKNOWN_ASKER);
        }
        List<Authorisation> authorisations =
                register.authorisations(question.asker(), question.scheme().value(), today);
        if (authorisations.isEmpty()) {
            return new Decision.Denied(Reason.NOT_AUTHORISED);
        }
        LegalContext purpose = question.purpose();
        return authorisations.stream()
                .filter(authorisation -> authorisation.legalContext().equals(purpose))
                .findFirst()
                .<Decision>map(authorisation -> new Decision.Granted(authorisation.number()))
                .orElse(new Decision.Denied(Reason.PURPOSE_NOT_ALLOWED));
    }
}
