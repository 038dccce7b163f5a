package be.kruispunt.buffer.run;

import be.kruispunt.buffer.Answering;
import be.kruispunt.buffer.Answering.Terms;
import be.kruispunt.model.id.AnswerId;
import be.kruispunt.store.AnsweredPage;
import be.kruispunt.store.RightsRun;
import be.kruispunt.store.RightsRuns;
import be.kruispunt.store.RightsRuns.PageWork;
import be.kruispunt.store.StrangerLimits;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** Answers runs, a page at a time: so that several go on beside each other, and nobody's message waits for one. */
public final class AnswerRun {
    /** Lines of a page: some tenths of a second, so that what is cut off costs no more. */
    public static final int PAGE = 5_000;

    private final RightsRuns runs;
    private final Answering answering;
    private final StrangerLimits limits;
    private final InstantSource clock;
    private final Function<AnswerId, Path> questions;
    private final int page;

    /** {@code questions}: where the file of a run of that number is kept. */
    public AnswerRun(
            RightsRuns runs,
            Answering answering,
            StrangerLimits limits,
            InstantSource clock,
            Function<AnswerId, Path> questions) {
        this(runs, answering, limits, clock, questions, PAGE);
    }

    /** With pages of so many lines. */
    public AnswerRun(
            RightsRuns runs,
            Answering answering,
            StrangerLimits limits,
            InstantSource clock,
            Function<AnswerId, Path> questions,
            int page) {
        this.runs = runs;
        this.answering = answering;
        this.limits = limits;
        this.clock = clock;
        this.questions = questions;
        this.page = page;
    }

    /**
     * Answers the next page of a run that was not refused.
     *
     * @return the page; empty: every page stands
     */
    public Optional<AnsweredPage> next(RightsRun run) {
        return runs.next(run, work(run), limits);
    }

    private PageWork work(RightsRun run) {
        Instant now = clock.instant();
        Terms terms = terms(run, now);
        return switch (run.subject().kind()) {
            case FILE -> new FilePage(answering, terms, questions.apply(run.id()), page);
            case QUARTER -> new QuarterPage(answering, terms, page);
            case CHANGES -> {
                RightsRun before = run.before().flatMap(runs::find).orElseThrow();
                yield new ChangesPage(
                        answering, terms, terms(before, now), before.moment().known(), page);
            }
        };
    }

    private static Terms terms(RightsRun run, Instant now) {
        return new Terms(
                run.subject().scheme(),
                run.subject().day(),
                run.moment().today(),
                run.moment().asOf(),
                run.started(),
                now);
    }
}
