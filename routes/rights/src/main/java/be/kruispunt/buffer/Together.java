package be.kruispunt.buffer;

import be.kruispunt.store.StoreUnavailable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Does what callers ask at the same time in one go, so that they share what a go costs: the way to PostgreSQL and back, and the wait until
 * its log is on disk. Nobody waits for company: who finds a place free goes at once, alone; who does not, goes with all who came
 * meanwhile. What breaks a go of several is done again one by one, so that it breaks nobody else's.
 *
 * @param <Q> what is asked
 * @param <A> what is answered
 */
final class Together<Q, A> {
    private final Function<List<Q>, List<A>> work;
    private final int most;
    private final Deque<Waiting<Q, A>> waiting = new ArrayDeque<>();
    private int free;

    /**
     * Nobody is at work yet.
     *
     * @param work answers all that is asked, in its order; by several threads
     * @param most how many are asked in one go
     * @param goes how many there are at a time: one reads while another waits for the disk
     */
    Together(Function<List<Q>, List<A>> work, int most, int goes) {
        this.work = work;
        this.most = most;
        this.free = goes;
    }

    /** What becomes of somebody who waits. */
    private sealed interface Turn<A> {
        /** To go, with those who wait behind. */
        record Go<A>() implements Turn<A> {}

        record Answered<A>(A answer) implements Turn<A> {}

        record Failed<A>(RuntimeException cause) implements Turn<A> {}
    }

    private record Waiting<Q, A>(Q question, CompletableFuture<Turn<A>> turn) {}

    /** Answers; throws what the work throws. */
    A ask(Q question) {
        var mine = new Waiting<>(question, new CompletableFuture<Turn<A>>());
        join(mine);
        Turn<A> turn = mine.turn().join();
        if (turn instanceof Turn.Go<A>) {
            turn = go(mine);
        }
        return switch (turn) {
            case Turn.Answered<A>(A answer) -> answer;
            case Turn.Failed<A>(RuntimeException cause) -> throw cause;
            case Turn.Go<A> _ -> throw new IllegalStateException("somebody was sent twice");
        };
    }

    /** How many wait for a go. */
    synchronized int waiting() {
        return waiting.size();
    }

    private synchronized void join(Waiting<Q, A> mine) {
        if (free > 0) {
            free--;
            mine.turn().complete(new Turn.Go<>());
        } else {
            waiting.add(mine);
        }
    }

    /** Does it for this one and for those who wait, and sends the next. */
    private Turn<A> go(Waiting<Q, A> mine) {
        var others = new ArrayList<Waiting<Q, A>>();
        try {
            List<Waiting<Q, A>> all = new ArrayList<>(List.of(mine));
            others.addAll(take());
            all.addAll(others);
            List<Turn<A>> turns = turns(all.stream().map(Waiting::question).toList());
            for (int i = 0; i < others.size(); i++) {
                others.get(i).turn().complete(turns.get(i + 1));
            }
            return turns.getFirst();
        } finally {
            sendNext();
            // Only where an error, such as of memory, cut it off.
            others.forEach(each -> each.turn().complete(new Turn.Failed<>(new IllegalStateException("cut off"))));
        }
    }

    private synchronized List<Waiting<Q, A>> take() {
        var taken = new ArrayList<Waiting<Q, A>>();
        while (!waiting.isEmpty() && taken.size() < most - 1) {
            taken.add(waiting.remove());
        }
        return taken;
    }

    private synchronized void sendNext() {
        if (waiting.isEmpty()) {
            free++;
        } else {
            waiting.remove().turn().complete(new Turn.Go<>());
        }
    }

    private List<Turn<A>> turns(List<Q> questions) {
        try {
            return work.apply(questions).stream()
                    .<Turn<A>>map(Turn.Answered::new)
                    .toList();
        } catch (StoreUnavailable e) { // for everybody alike, and it may have taken long to see
            return questions.stream().<Turn<A>>map(_ -> new Turn.Failed<>(e)).toList();
        } catch (RuntimeException e) { // whatever it is: it is thrown to whoever asked what broke
            return questions.size() == 1
                    ? List.of(new Turn.Failed<>(e))
                    : questions.stream()
                            .map(each -> turns(List.of(each)).getFirst())
                            .toList();
        }
    }
}
