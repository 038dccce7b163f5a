package be.kruispunt.model.cases;

import static be.kruispunt.model.cases.CaseRole.CASE_OWNER;
import static be.kruispunt.model.cases.CaseRole.COUNTERPARTY;

import java.util.List;
import java.util.Set;

/**
 * The administrative documents of EESSI, X001 to X013, which are the same in every process. Which of them a process has is its
 * catalogue's to say: of some it names who may send them, others follow from the flags of its acts, and X003 and X004 from
 * X002. X050 and X100 are made by EESSI's own engine: here the hub's refusal, and its register, take their place.
 */
final class Administrative {
    static final String CLOSE = "X001";
    static final String ASK_TO_REOPEN = "X002";
    static final String ANSWER_TO_REOPENING = "X003";
    static final String REOPENED = "X004";
    static final String ADD_PARTICIPANT = "X005";
    static final String REMOVE_PARTICIPANT = "X006";
    static final String FORWARD = "X007";
    static final String INVALIDATE = "X008";
    static final String REMIND = "X009";
    static final String ANSWER_TO_REMINDER = "X010";
    static final String REJECT = "X011";
    static final String CLARIFY = "X012";
    static final String CLARIFIED = "X013";

    static final List<String> CODES = List.of(
            CLOSE,
            ASK_TO_REOPEN,
            ANSWER_TO_REOPENING,
            REOPENED,
            ADD_PARTICIPANT,
            REMOVE_PARTICIPANT,
            FORWARD,
            INVALIDATE,
            REMIND,
            ANSWER_TO_REMINDER,
            REJECT,
            CLARIFY,
            CLARIFIED);

    /** They change what everybody may do, so everybody must get them. */
    static final Set<String> CONCERN_ALL =
            Set.of(CLOSE, ASK_TO_REOPEN, REOPENED, ADD_PARTICIPANT, REMOVE_PARTICIPANT, FORWARD);

    /** After them the act that they are about holds no more. */
    static final Set<String> UNDO = Set.of(INVALIDATE, REJECT);

    /** They name an institution that comes or goes. */
    static final Set<String> CHANGE_PARTICIPANTS = Set.of(ADD_PARTICIPANT, REMOVE_PARTICIPANT, FORWARD);

    private Administrative() {}

    /** Whether this role may ever send this act in a case of this process. */
    static boolean maySend(BusinessProcess process, CaseRole role, String act) {
        return switch (act) {
            case ANSWER_TO_REOPENING -> canBeReopened(process);
            case REOPENED -> role == CASE_OWNER && canBeReopened(process);
            case INVALIDATE -> bears(process, Flag.INVALIDATE, role);
            case REJECT, CLARIFY -> bears(process, flag(act), role.other());
            case CLARIFIED -> bears(process, Flag.CLARIFY, role);
            default -> process.administrative(role).contains(act);
        };
    }

    /** The flag without which nobody may send this about an act. */
    static Flag flag(String act) {
        return switch (act) {
            case INVALIDATE -> Flag.INVALIDATE;
            case REJECT -> Flag.REJECT;
            case CLARIFY -> Flag.CLARIFY;
            default -> throw new IllegalArgumentException(act + " follows from no flag");
        };
    }

    private static boolean canBeReopened(BusinessProcess process) {
        return process.administrative(CASE_OWNER).contains(ASK_TO_REOPEN)
                || process.administrative(COUNTERPARTY).contains(ASK_TO_REOPEN);
    }

    private static boolean bears(BusinessProcess process, Flag flag, CaseRole role) {
        return process.acts(role).stream().anyMatch(act -> process.has(flag, act));
    }
}
