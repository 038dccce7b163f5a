package be.kruispunt.buffer.file;

import be.kruispunt.buffer.run.AnswerRun;
import be.kruispunt.store.AnsweredPage;
import be.kruispunt.store.RightsRun;
import be.kruispunt.store.RightsRuns;
import be.kruispunt.store.StoreUnavailable;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works on the runs that are under way: a page of each in turn, so that a long one does not hold up a short one. */
public final class RunWork {
    private static final Logger LOG = LoggerFactory.getLogger(RunWork.class);

    private final RightsRuns runs;
    private final AnswerRun answer;
    private final DeliverRun deliver;
    private final Later<RightsRun> later;

    RunWork(RightsRuns runs, AnswerRun answer, DeliverRun deliver, InstantSource clock) {
        this.runs = runs;
        this.answer = answer;
        this.deliver = deliver;
        this.later = new Later<>(clock);
    }

    /**
     * Answers a page of each run, or delivers those of which every page stands. What breaks one holds up none of the others.
     *
     * @return whether there is more to do at once
     */
    public boolean step() {
        List<RightsRun> open = runs.undelivered().stream().filter(later::isDue).toList();
        open.forEach(this::tryStep);
        return !open.isEmpty();
    }

    private void tryStep(RightsRun run) {
        try {
            step(run);
        } catch (StoreUnavailable e) {
            throw e;
        } catch (ClosedByInterruptException e) {
            LOG.debug("the hub ends; this goes on at its next start", e);
        } catch (IOException | RuntimeException e) {
            later.postpone(run);
            LOG.error(
                    "KP5106 run does not go on yet run={} asker={} cause={}",
                    run.id(),
                    run.subject().asker(),
                    e.toString());
        }
    }

    /**
     * Answers the next page of a run, or delivers it.
     *
     * @return the page; empty: it is delivered
     */
    public Optional<AnsweredPage> step(RightsRun run) throws IOException {
        Optional<AnsweredPage> page = answer.next(run);
        if (page.isEmpty()) {
            deliver.deliver(run);
        }
        return page;
    }
}
