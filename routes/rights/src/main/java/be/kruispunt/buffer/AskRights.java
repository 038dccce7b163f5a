package be.kruispunt.buffer;

import be.kruispunt.buffer.ConsiderQuestion.Considered;
import be.kruispunt.model.rights.RightsQuestion;
import be.kruispunt.model.rights.RightsReply;
import be.kruispunt.store.RightsStore;
import be.kruispunt.store.StrangerLimits;
import java.util.List;
import java.util.concurrent.Semaphore;

/** Answers questions for rights: small ones that come at the same time together. Nothing is said that is not recorded before. */
public final class AskRights {
    /** A question about more persons goes by itself, so that nobody who asks about one waits for it. */
    private static final int SMALL = 20;

    /** So many small ones at a time; more would wait longer than they save. */
    private static final int MOST = 50;

    private static final int GOES = 2;

    private final ConsiderQuestion consider;
    private final RightsStore store;
    private final StrangerLimits limits;
    private final Together<RightsQuestion, RightsReply> small;
    private final Semaphore large;

    /** {@code connections}: of the store, for small and large ones together. */
    public AskRights(ConsiderQuestion consider, RightsStore store, StrangerLimits limits, int connections) {
        this.consider = consider;
        this.store = store;
        this.limits = limits;
        this.small = new Together<>(this::answer, MOST, Math.min(GOES, connections));
        this.large = new Semaphore(Math.max(1, connections - GOES), true);
    }

    /**
     * Answers, and records the answer with its proof.
     *
     * @param question whose asker was proved by certificate
     */
    public RightsReply ask(RightsQuestion question) {
        return question.persons().size() > SMALL ? alone(question) : small.ask(question);
    }

    /** Whoever waits here waits for others of its kind, and not for a connection until patience ends. */
    private RightsReply alone(RightsQuestion question) {
        large.acquireUninterruptibly();
        try {
            return answer(List.of(question)).getFirst();
        } finally {
            large.release();
        }
    }

    private List<RightsReply> answer(List<RightsQuestion> questions) {
        List<Considered> considered = consider.consider(questions);
        store.record(considered.stream().map(Considered::recorded).toList(), limits);
        return considered.stream().map(Considered::reply).toList();
    }
}
