package be.kruispunt.broker.guard;

import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections that are not open yet, whoever they are of: each has its time, and together they are bounded. Of too many
 * the one that waits longest goes, so that whoever opens without delay gets in beside others who do not open at all.
 */
final class Opening {
    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

    private final int most;
    private final Set<Channel> unopened = new LinkedHashSet<>();

    Opening(int most) {
        this.most = most;
    }

    /** A connection came in; it is not encrypted yet. */
    void begins(Channel channel) {
        Channel oldest = null;
        synchronized (this) {
            unopened.add(channel);
            if (unopened.size() > most) {
                oldest = unopened.iterator().next();
                unopened.remove(oldest);
            }
        }
        channel.closeFuture().addListener(closed -> ends(channel));
        if (oldest != null) {
            LOG.warn("closed a connection that was not open yet, of more than {}", most);
            var unused = oldest.close();
        }
    }

    /** It is open, or gone. */
    synchronized void ends(Channel channel) {
        unopened.remove(channel);
    }

    /** Closes it after this time, unless what it returns is cancelled. */
    static Future<?> within(int seconds, Channel channel) {
        return channel.eventLoop()
                .schedule(
                        () -> {
                            LOG.warn("closed a connection that was not opened within {} s", seconds);
                            var unused = channel.close();
                        },
                        seconds,
                        TimeUnit.SECONDS);
    }
}
