package be.kruispunt.broker;

import org.apache.activemq.artemis.core.server.MessageReference;
import org.jspecify.annotations.Nullable;

/**
 * How often the broker offered a document to one reader, who gave it back each time. After the third time it is withheld from
 * that reader, twice as long each time and at most a minute, or a reader that releases what it gets (AMQP 1.0 part 3, section
 * 3.4.4) would be given it thousands of times a second. It keeps its place; another reader, or the same one after it
 * connected anew, is offered it at once, unless so many gave it back that they pass it to each other: then it is withheld from
 * all. Not by Artemis's redelivery delay: that would put what a reader leaves unread behind what comes later.
 *
 * @param reader Artemis's number of the consumer
 * @param times how often in a row
 * @param byAll how often in all
 * @param until when it is offered again, in the time of {@link System#nanoTime}
 */
record Patience(long reader, int times, int byAll, long until) {
    private static final int AT_ONCE = 3;
    private static final int MANY = 20;
    private static final long FIRST_MILLIS = 10;
    private static final long LONGEST_MILLIS = 60_000;

    /** After one more offer. */
    static Patience next(@Nullable Patience before, long reader, long now) {
        int times = before != null && before.reader == reader ? before.times + 1 : 1;
        int byAll = before == null ? 1 : before.byAll + 1;
        return new Patience(reader, times, byAll, now + delayMillis(times, byAll) * 1_000_000);
    }

    /** For how long it is withheld after this offer, if it is given back. */
    long delayMillis() {
        return delayMillis(times, byAll);
    }

    private static long delayMillis(int times, int byAll) {
        return Math.max(delayMillis(times), delayMillis(byAll - MANY));
    }

    private static long delayMillis(int times) {
        return times <= AT_ONCE ? 0 : Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(times - AT_ONCE, 20));
    }

    boolean withholdsFrom(long other, long now) {
        return (reader == other || byAll > MANY) && until - now > 0;
    }

    static boolean withholds(MessageReference document, long reader, long now) {
        Patience patience = document.getProtocolData(Patience.class);
        return patience != null && patience.withholdsFrom(reader, now);
    }
}
