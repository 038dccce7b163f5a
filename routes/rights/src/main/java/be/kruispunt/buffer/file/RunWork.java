package be.kruispunt.buffer.file;

import be.kruispunt.buffer.run.AnswerRun;
import be.kruispunt.model.id.AnswerId;
import be.kruispunt.store.AnsweredPage;
import be.kruispunt.store.RightsRun;
import be.kruispunt.store.RightsRuns;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works on the runs that are under way: a page of each in turn, so that a long one does not hold up a short one. */
public final class RunWork implements Work {
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

    @Override
    public Set<UUID> open() {
        return runs.undelivered().stream().map(run -> run.id().value()).collect(Collectors.toSet());
    }

    @Override
    public boolean step() {
        List<RightsRun> open = runs.undelivered().stream().filter(later::isDue).toList();
        open.forEach(run -> later.attempt(run, this::step, RunWork::broken));
        return !open.isEmpty();
    }

    private static void broken(RightsRun run, String cause) {
        LOG.error(
                "KP5106 run does not go on yet run={} asker={} cause={}",
                run.id(),
                run.subject().asker(),
                cause);
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

    @Override
    public void again(UUID number) throws IOException {
        Optional<RightsRun> run = runs.find(new AnswerId(number));
        if (run.isPresent() && !open().contains(number)) {
            deliver.deliver(run.get());
        }
    }
}
