package be.kruispunt.model.cases;

import java.util.List;
import java.util.Set;

/**
 * A business process (BUC, or the steps of a bilateral form): which acts open a case, who may add which, and what
 * answers what. An act is a document's code ({@code U002}) or a form's step ({@code BL1-B}).
 *
 * @param id such as {@code UB_BUC_01}
 * @param starters acts with which the case owner opens a case
 * @param ownerActs acts that the case owner may send
 * @param counterpartyActs acts that the counterparty may send
 * @param replies what answers what; an act that answers something needs that something to have been sent
 * @param updates acts that may come again with newer content (flag U of the catalogue)
 * @param exclusive starters of which one case holds only one kind
 */
public record BusinessProcess(
        String id,
        Set<String> starters,
        Set<String> ownerActs,
        Set<String> counterpartyActs,
        List<Reply> replies,
        Set<String> updates,
        Set<String> exclusive) {

    /** {@code answer} may be sent once {@code question} was. */
    public record Reply(String question, String answer) {}

    public BusinessProcess {
        starters = Set.copyOf(starters);
        ownerActs = Set.copyOf(ownerActs);
        counterpartyActs = Set.copyOf(counterpartyActs);
        replies = List.copyOf(replies);
        updates = Set.copyOf(updates);
        exclusive = Set.copyOf(exclusive);
    }

    /** Whether this act opens a case. */
    public boolean isStarter(String act) {
        return starters.contains(act);
    }

    /** Whether {@code role} may send {@code act} now, after what was sent. */
    public boolean allows(CaseRole role, String act, List<String> sent) {
        Set<String> acts = role == CaseRole.CASE_OWNER ? ownerActs : counterpartyActs;
        if (!acts.contains(act) || (sent.contains(act) && !updates.contains(act))) {
            return false;
        }
        if (exclusive.contains(act)
                && sent.stream().anyMatch(earlier -> exclusive.contains(earlier) && !earlier.equals(act))) {
            return false;
        }
        List<String> questions = replies.stream()
                .filter(r -> r.answer().equals(act))
                .map(Reply::question)
                .toList();
        return questions.isEmpty() || questions.stream().anyMatch(sent::contains);
    }

    /** The acts that {@code role} may send now, in alphabetical order. */
    public List<String> next(CaseRole role, List<String> sent) {
        Set<String> acts = role == CaseRole.CASE_OWNER ? ownerActs : counterpartyActs;
        return acts.stream().filter(act -> allows(role, act, sent)).sorted().toList();
    }
}
