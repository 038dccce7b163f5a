package be.kruispunt.hub;

import be.kruispunt.buffer.ExpireAnswers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has answers emptied whose time is over, a page at each look; says so once for all that were due. For one thread. */
final class Expiry implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);

    private final ExpireAnswers answers;
    private long emptied;

    Expiry(ExpireAnswers answers) {
        this.answers = answers;
    }

    @Override
    public void run() {
        if (!answers.next(page -> emptied += page) && emptied > 0) {
            LOG.info("KP5010 answers emptied whose time is over questions={}", emptied);
            emptied = 0;
        }
    }
}
