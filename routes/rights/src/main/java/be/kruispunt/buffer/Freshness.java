package be.kruispunt.buffer;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** Whether what the sources reported is enough to say no. */
final class Freshness {
    /** 1970-01-01T00:00:00Z: before any report. */
    static final Instant NEVER = Instant.EPOCH;

    private Freshness() {}

    /**
     * Whether somebody may be told no: every source has reported since the day that counts was over, or none is late now. A yes rests
     * on what was reported, a no on what was not.
     *
     * @param asOf up to when all sources had reported
     * @param counts the day up to which all must be known
     */
    static boolean bearsNo(Instant asOf, LocalDate counts, Instant now, Duration lateAfter) {
        Instant over =
                counts.plusDays(1).atStartOfDay(ConsiderQuestion.BRUSSELS).toInstant();
        return !asOf.isBefore(over) || !asOf.isBefore(now.minus(lateAfter));
    }
}
