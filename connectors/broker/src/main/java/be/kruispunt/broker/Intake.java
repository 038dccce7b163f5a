package be.kruispunt.broker;

import jakarta.jms.JMSException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One intake: a thread with its own broker session. Batch after batch, and after a failure the same again, later. */
final class Intake implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    /** Who loses a race finds the winner's work when it comes again; whoever loses this often has another trouble. */
    private static final int LOST_AT_MOST = 10;

    private final HubConnections connections;
    private final Turns turns;
    private final IntakeSettings settings;
    private final Pause pause;
    private final int batch;
    private final Function<IntakeBatch, @Nullable Exception> process;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Backoff backoff = new Backoff();
    private @Nullable IntakeSession session;
    private int lostInARow;

    Intake(
            HubConnections connections,
            Turns turns,
            IntakeSettings settings,
            Pause pause,
            int batch,
            Function<IntakeBatch, @Nullable Exception> process) {
        this.connections = connections;
        this.turns = turns;
        this.settings = settings;
        this.pause = pause;
        this.batch = batch;
        this.process = process;
    }

    void stop() {
        stop.countDown();
        pause.stop();
    }

    @Override
    public void run() {
        try {
            while (stop.getCount() > 0) {
                turn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    private void turn() throws InterruptedException {
        pause.await();
        try {
            takeBatch(open());
        } catch (JMSException | RuntimeException e) { // whatever it is, the thread goes on
            LOG.warn("the broker is away, trying again: {}", e.toString());
            close();
            pause.leave();
            backoff(backoff.next());
        }
    }

    private IntakeSession open() throws JMSException {
        if (session == null) {
            session = new IntakeSession(connections, turns);
        }
        return session;
    }

    private void takeBatch(IntakeSession open) throws JMSException, InterruptedException {
        List<BrokerMessage> messages = open.receive(batch, settings.receiveTimeout());
        if (messages.isEmpty()) {
            open.commit();
            open.endTurns();
            idle();
            return;
        }
        Exception failure = transact(open, new IntakeBatch(messages, new Deliveries(open)));
        if (failure != null) {
            failed(failure, messages.size());
        }
    }

    private @Nullable Exception transact(IntakeSession open, IntakeBatch batch) throws JMSException {
        try {
            Exception failure = process.apply(batch);
            if (failure == null) {
                open.commit();
                backoff.reset();
                lostInARow = 0;
                pause.end();
                batch.deliveries().afterCommit().forEach(this::runQuietly);
            } else {
                open.rollback();
            }
            return failure;
        } catch (JMSException | RuntimeException e) {
            disconnect(open); // before that the transaction may still be under way
            throw e;
        } finally {
            batch.deliveries().afterEnd().forEach(this::runQuietly);
            open.endTurns();
        }
    }

    private void failed(Exception failure, int size) throws InterruptedException {
        Optional<Throwable> away = first(failure, settings.pauses());
        if (away.isPresent()) {
            pause.begin(away.get());
        } else if (first(failure, settings.lostRaces()).isPresent() && ++lostInARow < LOST_AT_MOST) {
            LOG.debug("a batch of {} rolled back: {}", size, failure.toString());
            pause.leave();
        } else {
            Duration delay = backoff.next();
            LOG.error("a batch of {} rolled back, again in {} ms", size, delay.toMillis(), failure);
            pause.leave();
            backoff(delay);
        }
    }

    private void idle() {
        try {
            settings.idle().run();
            pause.lift();
        } catch (RuntimeException e) {
            first(e, settings.pauses())
                    .ifPresentOrElse(pause::begin, () -> LOG.warn("the work of an idle intake failed", e));
        }
    }

    private void runQuietly(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.warn("what was to follow the broker's commit failed", e);
        }
    }

    /** Of the failure and its causes. */
    private static Optional<Throwable> first(Throwable failure, Predicate<Throwable> kind) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .filter(kind)
                .findFirst();
    }

    private void backoff(Duration delay) throws InterruptedException {
        if (stop.await(delay.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.debug("stopped while waiting");
        }
    }

    private void close() {
        if (session != null) {
            disconnect(session);
            session.endTurns();
            session = null;
        }
    }

    private static void disconnect(IntakeSession open) {
        try {
            open.close();
        } catch (JMSException e) {
            LOG.debug("closing a broken session", e);
        }
    }
}
