package be.kruispunt.buffer;

import be.kruispunt.store.AnswerAudit;
import be.kruispunt.store.RightsStore;
import java.util.function.LongConsumer;

/**
 * Takes away what was answered, and of whom, when the time is over for which it is kept; that it was answered, and its proof, stay. A
 * page at a time, each in a transaction of its own, beside questions and answers.
 */
public final class ExpireAnswers {
    /** Questions of a page, each of up to 1,000 answers. */
    private static final int PAGE = 50;

    private final AnswerAudit answers;

    public ExpireAnswers(RightsStore store) {
        this.answers = store.audit().answers();
    }

    /** One page; false when no more are due. */
    public boolean next(LongConsumer told) {
        int emptied = answers.expire(PAGE);
        told.accept(emptied);
        return emptied == PAGE;
    }
}
