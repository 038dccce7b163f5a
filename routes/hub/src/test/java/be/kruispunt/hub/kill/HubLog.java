package be.kruispunt.hub.kill;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.slf4j.LoggerFactory;

/** What the hub in this process tells its operator: the only sign of a pause that is seen from outside. */
final class HubLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("be.kruispunt");

    private HubLog() {}

    static HubLog listen() {
        var log = new HubLog();
        log.start();
        log.logger.addAppender(log);
        return log;
    }

    @Override
    protected void append(ILoggingEvent event) {
        lines.add(event.getFormattedMessage());
    }

    /** Everything so far. */
    String text() {
        return String.join("\n", lines);
    }

    long count(String text) {
        return lines.stream().filter(line -> line.contains(text)).count();
    }

    /** Returns when the hub has said this so often, all told. */
    void await(String text, int times) {
        Awaitility.await(text).atMost(Duration.ofMinutes(2)).until(() -> count(text) >= times);
    }

    @Override
    public void close() {
        logger.detachAppender(this);
    }
}
