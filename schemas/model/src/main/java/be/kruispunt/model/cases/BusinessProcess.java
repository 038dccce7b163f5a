package be.kruispunt.model.cases;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A business process (BUC, or the steps of a bilateral form): which acts open a case, who may add which, what answers what,
 * and what may become of each. An act is a document's code ({@code U002}) or a form's step ({@code BL1-B}). Whether one may
 * come in a case as it stands says {@link CaseRules}.
 *
 * @param id such as {@code UB_BUC_01}
 * @param name what it is called, in English
 * @param parties how many may take part
 * @param starters acts with which the case owner opens a case
 * @param acts what each role may send, horizontal documents (H) included
 * @param administrative the administrative documents (X) that each role may send; those that follow from flags are not listed
 * @param replies what answers what
 * @param flags the acts that bear each flag
 * @param exclusive starters of which the owner sends only one kind in one case
 * @param timer what happens by itself
 */
public record BusinessProcess(
        String id,
        String name,
        Parties parties,
        Set<String> starters,
        Map<CaseRole, Set<String>> acts,
        Map<CaseRole, Set<String>> administrative,
        List<Reply> replies,
        Map<Flag, Set<String>> flags,
        Set<String> exclusive,
        Optional<Timer> timer) {

    /** A case owner with one counterparty, or with any number of them. */
    public enum Parties {
        TWO,
        SEVERAL
    }

    /** {@code answer} may be sent once {@code question} was. */
    public record Reply(String question, String answer) {}

    /**
     * That {@code act} comes by itself when nothing came for a while.
     *
     * @param act what comes: X001, which closes the case
     * @param after the act that must have been sent
     * @param idle how long after the last act of the case
     */
    public record Timer(String act, String after, Duration idle) {}

    public BusinessProcess {
        starters = Set.copyOf(starters);
        acts = Map.copyOf(acts);
        administrative = Map.copyOf(administrative);
        replies = List.copyOf(replies);
        flags = Map.copyOf(flags);
        exclusive = Set.copyOf(exclusive);
    }

    /** Whether this act opens a case. */
    public boolean isStarter(String act) {
        return starters.contains(act);
    }

    /** What a role may send, administrative documents apart. */
    public Set<String> acts(CaseRole role) {
        return acts.getOrDefault(role, Set.of());
    }

    /** The administrative documents that the process lists for a role. */
    public Set<String> administrative(CaseRole role) {
        return administrative.getOrDefault(role, Set.of());
    }

    /** Whether an act bears a flag. */
    public boolean has(Flag flag, String act) {
        return flags.getOrDefault(flag, Set.of()).contains(act);
    }

    /** Whether this role may ever send this act in a case. */
    public boolean maySend(CaseRole role, String act) {
        return acts(role).contains(act) || Administrative.maySend(this, role, act);
    }

    /** Whether anybody may ever send this act in a case. */
    public boolean knows(String act) {
        return maySend(CaseRole.CASE_OWNER, act) || maySend(CaseRole.COUNTERPARTY, act);
    }

    /** Everything that this role may ever send in a case, in alphabetical order. */
    public SortedSet<String> everyAct(CaseRole role) {
        var every = new TreeSet<>(acts(role));
        Administrative.CODES.stream()
                .filter(act -> Administrative.maySend(this, role, act))
                .forEach(every::add);
        return every;
    }

    /**
     * The acts of which one must have come before {@code role} may send {@code act}: those that the other role may send and
     * to which it is the answer, and its own that nobody but itself can follow up. Where there are none, it may be added freely.
     */
    Set<String> questions(CaseRole role, String act) {
        var questions = new HashSet<String>();
        for (Reply reply : replies) {
            boolean asked = acts(role.other()).contains(reply.question());
            boolean followsUp = acts(role).contains(reply.question()) && isFollowUp(role, act);
            if (reply.answer().equals(act) && (asked || followsUp)) {
                questions.add(reply.question());
            }
        }
        return questions;
    }

    /** Whether what answers is sent by this role alone: then it also follows up on its own question. */
    boolean isFollowUp(CaseRole role, String act) {
        return acts(role).contains(act) && !acts(role.other()).contains(act);
    }
}
