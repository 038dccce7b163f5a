package be.kruispunt.broker;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The common pause of all intakes while something that everybody needs is away. One intake probes, with growing
 * distances; the others wait. Said once when it begins and once when it ends: that the intakes go on because nothing is
 * left to probe with ends nothing, and what they then fail on is the same pause.
 */
final class Pause {
    private static final Logger LOG = LoggerFactory.getLogger(Pause.class);
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean paused;
    private boolean told;
    private boolean stopped;
    private Duration delay = Duration.ZERO;
    private long probeAt;
    private @Nullable Thread prober;

    /** Returns when there is no pause, when it is the calling intake's turn to probe, or when the intakes stop. */
    void await() throws InterruptedException {
        lock.lock();
        try {
            while (paused && !stopped && !becomesProber()) {
                long wait = prober == null ? probeAt - System.nanoTime() : LONGEST.toNanos();
                changed.await(wait, TimeUnit.NANOSECONDS);
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean becomesProber() {
        if (prober == null && probeAt - System.nanoTime() <= 0) {
            prober = Thread.currentThread();
        }
        return prober == Thread.currentThread();
    }

    /** Begins the pause, or prolongs it. {@code reason}: its message tells an operator what is away. */
    void begin(Throwable reason) {
        lock.lock();
        try {
            if (!told) {
                LOG.warn(
                        "KP3001 intake pauses: {}",
                        Objects.requireNonNullElseGet(reason.getMessage(), reason::toString));
            }
            Duration doubled = delay.multipliedBy(2);
            delay = told ? (doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST) : FIRST;
            paused = true;
            told = true;
            probeAt = System.nanoTime() + delay.toNanos();
            prober = null;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the pause, if there is one: a batch went through. */
    void end() {
        lock.lock();
        try {
            if (told) {
                LOG.info("KP3002 intake resumes");
                told = false;
            }
            lift();
        } finally {
            lock.unlock();
        }
    }

    /** Lets the intakes go on, since nothing is left to probe with. Whether the reason is gone, nobody knows yet. */
    void lift() {
        lock.lock();
        try {
            if (paused) {
                paused = false;
                prober = null;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** An intake that probed lost its broker connection: another may probe. */
    void leave() {
        lock.lock();
        try {
            if (prober == Thread.currentThread()) {
                prober = null;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Lets every intake go, since they stop. */
    void stop() {
        lock.lock();
        try {
            stopped = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
