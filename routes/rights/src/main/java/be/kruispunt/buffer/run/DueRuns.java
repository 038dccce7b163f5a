package be.kruispunt.buffer.run;

import be.kruispunt.model.id.AnswerId;
import be.kruispunt.store.RightsRun;
import be.kruispunt.store.RightsRun.Subject;
import be.kruispunt.store.RightsRuns;
import be.kruispunt.store.RunKind;
import be.kruispunt.store.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Begins what subscriptions are due: all customers once in a quarter, or as soon as there is a subscription; and on every later day of it
 * what changed since the run before. What was refused is tried again after a day.
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
        Instant since = clock.instant().minus(AGAIN);
        if (!runs.isTried(subscription, RunKind.QUARTER, quarter.toString(), since)) {
            return quarter(subscription, quarter);
        }
        Optional<AnswerId> before = runs.lastOf(subscription, quarter.first())
                .filter(last -> last.moment().today().isBefore(today))
                .map(RightsRun::id);
        if (before.isEmpty() || runs.isTried(subscription, RunKind.CHANGES, today.toString(), since)) {
            return Optional.empty();
        }
        return begin.begin(subject(RunKind.CHANGES, subscription, today), today.toString(), before);
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
