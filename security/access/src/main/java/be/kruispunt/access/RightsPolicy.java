package be.kruispunt.access;

import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.rights.RightsQuestion;
import be.kruispunt.model.rights.RightsReply.Reason;
import java.time.LocalDate;
import java.util.List;

/**
 * Who may ask for a right: an institution that is registered, by an authorisation for the rights question (L901) that names the
 * scheme among its rights, for the purpose of that authorisation; through whichever door the question comes. By the register alone,
 * so that a refusal says nothing of the persons.
 */
public final class RightsPolicy {
    private static final String QUESTION = "L901";

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
        List<Authorisation> authorisations = register.authorisations(question.asker(), QUESTION, today).stream()
                .filter(authorisation ->
                        authorisation.rights().contains(question.scheme().value()))
                .toList();
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
