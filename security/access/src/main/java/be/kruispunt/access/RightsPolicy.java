package be.kruispunt.access;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.rights.RightsQuestion;
import be.kruispunt.model.rights.RightsReply.Reason;
import be.kruispunt.model.rights.SchemeCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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
        return decide(question.asker(), question.scheme(), question.purpose(), register, today);
    }

    /** The same, for any number of persons. */
    public Decision decide(
            InstitutionId asker, SchemeCode scheme, LegalContext purpose, Register register, LocalDate today) {
        if (register.active(asker, today).isEmpty()) {
            return new Decision.Denied(Reason.UNKNOWN_ASKER);
        }
        List<Authorisation> authorisations = register.authorisations(asker, QUESTION, today).stream()
                .filter(authorisation -> authorisation.rights().contains(scheme.value()))
                .toList();
        if (authorisations.isEmpty()) {
            return new Decision.Denied(Reason.NOT_AUTHORISED);
        }
        return authorisations.stream()
                .filter(authorisation -> authorisation.legalContext().equals(purpose))
                .findFirst()
                .<Decision>map(authorisation -> new Decision.Granted(authorisation.number()))
                .orElse(new Decision.Denied(Reason.PURPOSE_NOT_ALLOWED));
    }

    /** Who may ask for any right on a day. */
    public Set<InstitutionId> askers(Register register, LocalDate today) {
        return register.institutions().stream()
                .map(Institution::id)
                .filter(id -> register.active(id, today).isPresent())
                .filter(id -> !register.authorisations(id, QUESTION, today).isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
