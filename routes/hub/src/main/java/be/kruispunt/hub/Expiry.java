package be.kruispunt.hub;

import be.kruispunt.buffer.ExpireAnswers;
import be.kruispunt.buffer.ExpireAnswers.Emptied;
import be.kruispunt.buffer.file.ExpireReports;
import be.kruispunt.buffer.file.ExpireRuns;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has answers, runs and reports emptied whose time is over, a page at each look; says so once for all that were due. For one thread. */
final class Expiry implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);

    private final ExpireAnswers answers;
    private final ExpireRuns runs;
    private final ExpireReports reports;
    private final Supplier<LocalDate> today;
    private LocalDate forgotten = LocalDate.MIN;
    private Emptied emptied = Emptied.NOTHING;
    private long ended;
    private long told;

    Expiry(ExpireAnswers answers, ExpireRuns runs, ExpireReports reports, Supplier<LocalDate> today) {
        this.answers = answers;
        this.runs = runs;
        this.reports = reports;
        this.today = today;
    }

    @Override
    public void run() {
        if (forgotten.isBefore(today.get())) {
            answers.forgetCounts();
            forgotten = today.get();
        }
        boolean more = answers.next(page -> emptied = emptied.and(page));
        more |= runs.next(_ -> ended++);
        more |= reports.next(_ -> told++);
        if (!more && (!emptied.equals(Emptied.NOTHING) || ended + told > 0)) {
            LOG.info(
                    "KP5010 emptied, since its time is over questions={} codes={} runs={} reports={}",
                    emptied.questions(),
                    emptied.codes(),
                    ended,
                    told);
            emptied = Emptied.NOTHING;
            ended = 0;
            told = 0;
        }
    }
}
