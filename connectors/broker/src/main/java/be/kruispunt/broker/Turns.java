package be.kruispunt.broker;

import be.kruispunt.model.id.InstitutionId;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Whose messages are taken next. Each institution waits in a queue of its own, and one intake at a time works on it, which
 * keeps its order. Of those that have something waiting, the one comes next that has used the least so far, by the measured
 * cost of its messages; a newcomer starts where the others stand now, so that nobody saves up turns (start-time fair
 * queueing, Goyal, Vin and Cheng, 1996).
 */
final class Turns {
    /** What a message is believed to cost before any was seen. */
    private static final long FIRST_GUESS_NANOS = 5_000_000;

    private static final Comparator<Account> LEAST_USED =
            Comparator.<Account>comparingLong(account -> account.used).thenComparingLong(account -> account.since);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<InstitutionId, Account> accounts = new HashMap<>();
    private final PriorityQueue<Wake> wakes = new PriorityQueue<>(Comparator.comparingLong(Wake::at));
    private final long origin = System.nanoTime();
    private long present;
    private long arrivals;

    private record Wake(long at, InstitutionId institution) {}

    private static final class Account {
        private final InstitutionId institution;
        private long used;
        private long perMessage = FIRST_GUESS_NANOS;
        private long since;
        private long announced;
        private boolean waiting;
        private boolean looked;
        private boolean vain;
        private boolean taken;

        private Account(InstitutionId institution) {
            this.institution = institution;
        }
    }

    /**
     * The right to work on one institution's messages, until it is given back.
     *
     * @param announced how many messages the broker told of
     * @param looked whether more may be there than it told of
     * @param perMessage what one of them is believed to cost, in nanoseconds
     */
    record Turn(InstitutionId institution, long announced, boolean looked, long perMessage) {}

    /** Something came for this institution's queue. */
    void arrived(InstitutionId institution) {
        lock.lock();
        try {
            Account account = account(institution);
            account.announced++;
            queue(account);
        } finally {
            lock.unlock();
        }
    }

    /** Something will come by then. */
    void later(InstitutionId institution, Duration delay) {
        lock.lock();
        try {
            wakes.add(new Wake(now() + delay.toNanos(), institution));
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /**
     * There may be something that nobody told of. Whoever had nothing at the last look comes behind those who wait: a look
     * costs nobody anything, so by what was used it would come first, however often there is nothing.
     */
    void look(Collection<InstitutionId> institutions) {
        lock.lock();
        try {
            for (InstitutionId institution : institutions) {
                Account account = account(institution);
                account.looked = true;
                if (account.vain && !account.waiting && !account.taken) {
                    account.used = Math.max(account.used, leastWaiting());
                }
                queue(account);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a turn; nothing when none came in time. */
    @Nullable
    Turn await(Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long end = now() + patience.toNanos();
            Turn turn = next(Long.MAX_VALUE);
            while (turn == null && end - now() > 0) {
                Wake soonest = wakes.peek();
                long until = soonest == null ? end : Math.min(end, soonest.at());
                changed.await(Math.max(1, until - now()), TimeUnit.NANOSECONDS);
                turn = next(Long.MAX_VALUE);
            }
            return turn;
        } finally {
            lock.unlock();
        }
    }

    /** One more turn for the same batch: nothing when nobody waits, or whoever is next costs more than is left. */
    @Nullable
    Turn another(long nanosLeft) {
        lock.lock();
        try {
            return next(nanosLeft);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Gives a turn back, when its messages are committed or back in their queue.
     *
     * @param messages how many were taken for good
     * @param worked how many were worked on
     * @param nanos what they cost
     * @param dry whether the queue was read to its end
     */
    void end(Turn turn, int messages, int worked, long nanos, boolean dry) {
        lock.lock();
        try {
            Account account = account(turn.institution());
            account.taken = false;
            account.used += nanos;
            account.perMessage = worked == 0 ? account.perMessage : (account.perMessage + nanos / worked) / 2;
            // What the broker told of since then stays; told of what was read already, that is one look too many.
            account.announced =
                    Math.max(0, account.announced - (dry ? Math.max(turn.announced(), messages) : messages));
            account.looked &= !dry;
            account.vain = worked == 0;
            account.waiting = !dry || account.announced > 0;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Turn next(long nanosLeft) {
        for (Wake due = wakes.peek(); due != null && due.at() - now() <= 0; due = wakes.peek()) {
            wakes.remove();
            Account account = account(due.institution());
            account.announced++;
            queue(account);
        }
        Account next = accounts.values().stream()
                .filter(account -> account.waiting && !account.taken)
                .min(LEAST_USED)
                .orElse(null);
        if (next == null || next.perMessage > nanosLeft) {
            return null;
        }
        next.taken = true;
        present = Math.max(present, next.used);
        return new Turn(next.institution, next.announced, next.looked, next.perMessage);
    }

    private long leastWaiting() {
        return accounts.values().stream()
                .filter(account -> account.waiting && !account.vain)
                .mapToLong(account -> account.used)
                .min()
                .orElse(present);
    }

    private void queue(Account account) {
        if (!account.waiting && !account.taken) {
            account.used = Math.max(account.used, present);
            account.since = ++arrivals;
        }
        account.waiting = true;
        changed.signal();
    }

    private Account account(InstitutionId institution) {
        return accounts.computeIfAbsent(institution, Account::new);
    }

    private long now() {
        return System.nanoTime() - origin;
    }
}
