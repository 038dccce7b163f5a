package be.kruispunt.buffer;

import be.kruispunt.store.RightsStore;
import be.kruispunt.store.StrangerLimits;
import java.util.function.Consumer;

/**
 * Takes away what was answered, of whom, and whose the codes were, when the time is over for which it is kept; that it was answered, and its proof, stay. A
 * page at a time, each in a transaction of its own, beside questions and answers.
 */
public final class ExpireAnswers {
    /** Questions of a page, each of up to 1,000 answers. */
    private static final int PAGE = 50;

    private final RightsStore store;
    private final StrangerLimits limits;

    /** {@code limits}: what is counted of suppliers is forgotten once it counts no more by them. */
    public ExpireAnswers(RightsStore store, StrangerLimits limits) {
        this.store = store;
        this.limits = limits;
    }

    /**
     * What was emptied.
     *
     * @param questions whose answers went
     * @param codes that forgot whose they were
     */
    public record Emptied(long questions, long codes) {
        public static final Emptied NOTHING = new Emptied(0, 0);

        public Emptied and(Emptied more) {
            return new Emptied(questions + more.questions, codes + more.codes);
        }
    }

    /** One page; false when no more are due. */
    public boolean next(Consumer<Emptied> told) {
        int questions = store.audit().answers().expire(PAGE);
        int codes = store.expiry().codes(PAGE);
        told.accept(new Emptied(questions, codes));
        return questions == PAGE || codes == PAGE;
    }

    /** Forgets what was counted of suppliers, and counts no more; nothing of the last month. */
    public void forgetCounts() {
        store.expiry().counts(limits.windowDays());
    }
}
