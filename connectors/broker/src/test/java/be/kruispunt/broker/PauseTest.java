package be.kruispunt.broker;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/** What an operator reads of a pause. Alone: others make the hub pause too. */
@Isolated
class PauseTest {
    private final Pause pause = new Pause();

    static List<String> said(Runnable story) {
        var logger = (Logger) LoggerFactory.getLogger(Pause.class);
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(lines);
        try {
            story.run();
        } finally {
            logger.detachAppender(lines);
        }
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    /** A message that fails goes back; the intake that asks before it is there again finds nothing to do. */
    @Test
    void aReasonThatStays_isSaidOnce_howeverOftenItIsMet() {
        var away = new IllegalStateException("the store is away");
        List<String> lines = said(() -> {
            for (int i = 0; i < 20; i++) {
                pause.begin(away);
                pause.lift();
            }
            pause.begin(away);
            pause.end();
            pause.end();
        });
        assertThat(lines).containsExactly("KP3001 intake pauses: the store is away", "KP3002 intake resumes");
    }

    @Test
    void aPauseAfterOneThatEnded_isSaidAgain() {
        List<String> lines = said(() -> {
            for (int i = 0; i < 2; i++) {
                pause.begin(new IllegalStateException());
                pause.end();
            }
        });
        assertThat(lines).hasSize(4);
    }
}
