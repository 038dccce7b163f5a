package be.kruispunt.access;

import be.kruispunt.model.cases.CaseRole;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.PersonNumber;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.outcome.RefusalCode;
import be.kruispunt.model.rights.AskedPerson;
import be.kruispunt.model.rights.RightsQuestion;
import be.kruispunt.model.rights.RightsReply.Reason;
import be.kruispunt.model.rights.SchemeCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may ask for a right, through whichever door the question comes: the integration control of a rights question (L901) from
 * the asker to the hub in the process GSS, by those authorisations that name the scheme among their rights. The register
 * decides first, so that a refusal says nothing of the persons; the directory is asked of them where the deliberation says so, and
 * then each must be named by his number.
 */
public final class RightsPolicy {
    private static final String QUESTION = "L901";
    private static final String PROCESS = "GSS";

    private final AccessPolicy access = new AccessPolicy();
    private final InstitutionId hub;

    /** {@code hub}: itself, to which a question is addressed. */
    public RightsPolicy(InstitutionId hub) {
        this.hub = hub;
    }

    /** What was decided. */
    public sealed interface Decision {
        /**
         * The question is looked at.
         *
         * @param authorisation the numbers of the deliberations, in one line
         */
        record Granted(String authorisation) implements Decision {}

        record Denied(Reason reason) implements Decision {}
    }

    /** Whether the directory must be asked: an authorisation of the asker for this scheme names qualities. */
    public boolean asksOfPersons(RightsQuestion question, Register register, LocalDate today) {
        return forScheme(question.asker(), question.scheme(), register, today).stream()
                .anyMatch(RightsPolicy::asksOfPersons);
    }

    /**
     * Decides.
     *
     * @param register as it stands
     * @param directory the lines on the persons whose numbers are named; none are wanted where nothing is asked of them
     */
    public Decision decide(RightsQuestion question, Register register, DirectoryExtract directory, LocalDate today) {
        List<PersonNumber> named = question.persons().stream()
                .filter(AskedPerson.ByNumber.class::isInstance)
                .<PersonNumber>map(asked -> ((AskedPerson.ByNumber) asked).number())
                .toList();
        Decision decision =
                decide(question.asker(), question.scheme(), question.purpose(), named, register, directory, today);
        return decision instanceof Decision.Granted && namesTooFew(question, register, today)
                ? new Decision.Denied(Reason.PERSON_NOT_NAMED)
                : decision;
    }

    /** The same for any number of customers: so not where the directory is to be asked of each. */
    public Decision decide(
            InstitutionId asker, SchemeCode scheme, LegalContext purpose, Register register, LocalDate today) {
        return decide(asker, scheme, purpose, List.of(), register, DirectoryExtract.EMPTY, today);
    }

    private Decision decide(
            InstitutionId asker,
            SchemeCode scheme,
            LegalContext purpose,
            List<PersonNumber> persons,
            Register register,
            DirectoryExtract directory,
            LocalDate today) {
        var standing = new Register(
                register.version(),
                Stream.of(asker, hub)
                        .distinct()
                        .flatMap(id -> register.active(id, today).stream())
                        .toList(),
                forScheme(asker, scheme, register, today));
        var request =
                new AccessRequest(asker, CaseRole.CASE_OWNER, List.of(hub), QUESTION, PROCESS, purpose, persons, today);
        return switch (access.decide(request, standing, directory)) {
            case AccessDecision.Denied(var refusal) ->
                new Decision.Denied(
                        reason(refusal.code(), standing.active(asker, today).isEmpty()));
            case AccessDecision.Granted granted -> new Decision.Granted(String.join(", ", granted.grounds()));
        };
    }

    private static List<Authorisation> forScheme(
            InstitutionId asker, SchemeCode scheme, Register register, LocalDate today) {
        return register.authorisations(asker, QUESTION, today).stream()
                .filter(authorisation -> authorisation.rights().contains(scheme.value()))
                .toList();
    }

    /** The directory cannot be asked of a customer's reference; one who is named beside it does not vouch for him. */
    private static boolean namesTooFew(RightsQuestion question, Register register, LocalDate today) {
        return question.persons().stream().anyMatch(AskedPerson.ByReference.class::isInstance)
                && forScheme(question.asker(), question.scheme(), register, today).stream()
                        .filter(authorisation -> authorisation.legalContext().equals(question.purpose()))
                        .allMatch(RightsPolicy::asksOfPersons);
    }

    private static boolean asksOfPersons(Authorisation authorisation) {
        return !authorisation.senderQualities().isEmpty()
                || !authorisation.receiverQualities().isEmpty();
    }

    private static Reason reason(RefusalCode code, boolean askerUnknown) {
        return switch (code) {
            case UNKNOWN_INSTITUTION -> askerUnknown ? Reason.UNKNOWN_ASKER : Reason.NO_RIGHTS_HERE;
            case NOT_COMPETENT -> Reason.NOT_COMPETENT;
            case LEGAL_CONTEXT_NOT_ALLOWED -> Reason.PURPOSE_NOT_ALLOWED;
            case PERSON_NOT_IDENTIFIED -> Reason.PERSON_NOT_NAMED;
            case NUMBER_REPLACED -> Reason.NUMBER_REPLACED;
            case SENDER_NOT_INTEGRATED, SENDER_PHASE_TOO_LOW, RECEIVER_NOT_INTEGRATED, RECEIVER_PHASE_TOO_LOW ->
                Reason.NOT_INTEGRATED;
            default -> Reason.NOT_AUTHORISED;
        };
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
