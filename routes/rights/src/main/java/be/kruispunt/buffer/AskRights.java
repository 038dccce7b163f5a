package be.kruispunt.buffer;

import be.kruispunt.buffer.ConsiderQuestion.Considered;
import be.kruispunt.model.rights.RightsQuestion;
import be.kruispunt.model.rights.RightsReply;
import be.kruispunt.store.RightsStore;
import be.kruispunt.store.StrangerLimits;

/** Answers a question for a right. Nothing is said that is not recorded before. */
public final class AskRights {
    private final ConsiderQuestion consider;
    private final RightsStore store;
    private final StrangerLimits limits;

    public AskRights(ConsiderQuestion consider, RightsStore store, StrangerLimits limits) {
        this.consider = consider;
        this.store = store;
        this.limits = limits;
    }

    /**
     * Answers, and records the answer with its proof.
     *
     * @param question whose asker was proved by certificate
     */
    public RightsReply ask(RightsQuestion question) {
        Considered considered = consider.consider(question);
        store.record(considered.recorded(), limits);
        return considered.reply();
    }
}
