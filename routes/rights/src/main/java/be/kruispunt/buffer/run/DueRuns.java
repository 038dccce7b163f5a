package be.kruispunt.buffer.run;

import be.kruispunt.model.id.AnswerId;
import be.kruispunt.store.RightsRun;
import be.kruispunt.store.RightsRun.Subject;
import be.kruispunt.store.RightsRuns;
import be.kruispunt.store.RunKind;
import be.kruispunt.store.Subscription;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Begins what subscriptions are due: all customers once in a quarter, or as soon as there is a subscription; and on every later day of it
 * what changed since the run before. What was refused is begun as soon as it would be refused no more, and after a day in any case, so that
 * it is seen that it still is.
 */
public final class DueRuns {
    private static final Duration AGAIN = Duration.ofDays(1);

    private final RightsRuns runs;
    private final BeginRun begin;
    private final InstantSource clock;

    public DueRuns(RightsRuns runs, BeginRun begin, InstantSource clock) {
        this.runs = runs;
        this.begin = begin;
        this.clock = clock;
    }

    /** Begins what is due now of these subscriptions, and gives it, what is refused too. */
    public List<RightsRun> begin(Predicate<Subscription> wanted) {
        LocalDate today = begin.today();
        return runs.subscriptions().on(today).stream()
                .filter(wanted)
                .flatMap(each -> due(each, today).stream())
                .toList();
    }

    private Optional<RightsRun> due(Subscription subscription, LocalDate today) {
        Quarter quarter = Quarter.of(today);
        Optional<RightsRun> tried = runs.tried(subscription, RunKind.QUARTER, quarter.toString());
        if (tried.isEmpty() || tried.get().grounds().refused().isPresent()) {
            return isDue(tried, subject(RunKind.QUARTER, subscription, today))
                    ? quarter(subscription, quarter)
                    : Optional.empty();
        }
        Optional<AnswerId> before = runs.lastOf(subscription, quarter.first())
                .filter(last -> last.moment().today().isBefore(today))
                .map(RightsRun::id);
        Subject changes = subject(RunKind.CHANGES, subscription, today);
        return before.isPresent() && isDue(runs.tried(subscription, RunKind.CHANGES, today.toString()), changes)
                ? begin.begin(changes, today.toString(), before)
                : Optional.empty();
    }

    /** What was begun is not due again; what was refused is, once its cause is mended. */
    private boolean isDue(Optional<RightsRun> tried, Subject subject) {
        return tried.isEmpty()
                || (tried.get().grounds().refused().isPresent()
                        && (tried.get().started().isBefore(clock.instant().minus(AGAIN))
                                || begin.refusal(subject).isEmpty()));
    }

    /**
     * Begins the quarterly runs of these subscriptions that were not begun, for today, or for the last day of a quarter that is over.
     *
     * @return those that were begun, what is refused too
     * @throws IllegalArgumentException when the quarter has not begun
     */
    public List<RightsRun> begin(Quarter quarter, Predicate<Subscription> wanted) {
        if (begin.today().isBefore(quarter.first())) {
            throw new IllegalArgumentException(quarter + " has not begun; what is not decided by today is not told");
        }
        return runs.subscriptions().on(begin.today()).stream()
                .filter(wanted)
                .flatMap(each -> quarter(each, quarter).stream())
                .toList();
    }

    private Optional<RightsRun> quarter(Subscription subscription, Quarter quarter) {
        LocalDate today = begin.today();
        LocalDate day = today.isAfter(quarter.last()) ? quarter.last() : today;
        return begin.begin(subject(RunKind.QUARTER, subscription, day), quarter.toString(), Optional.empty());
    }

    private static Subject subject(RunKind kind, Subscription subscription, LocalDate day) {
        return new Subject(kind, subscription.supplier(), subscription.scheme(), subscription.purpose(), day);
    }
}
