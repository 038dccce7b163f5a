package be.kruispunt.hub.door;

import static be.kruispunt.hub.sample.DemonstrationRegister.ADEM;
import static be.kruispunt.hub.sample.DemonstrationRegister.KNOWN_TO_BOTH;
import static be.kruispunt.model.outcome.RefusalCode.MALFORMED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.model.id.Ticket;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

/** What an operator reads of each message, and what not. */
@ExtendWith(SharedHub.class)
class MessageLogTest extends AppenderBase<ILoggingEvent> {
    private final Door door;
    private final Logger log = (Logger) LoggerFactory.getLogger("be.kruispunt");
    private final List<String> lines = new CopyOnWriteArrayList<>();

    MessageLogTest(Door door) {
        this.door = door;
    }

    @BeforeEach
    void listen() {
        start();
        log.addAppender(this);
    }

    @AfterEach
    void leave() {
        log.detachAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
        lines.add(event.getFormattedMessage());
    }

    @Test
    void aMessageIsOneLine_whateverBecameOfIt_andNothingAboutAPerson() {
        byte[] xml = door.messages().signed(Kind.U1, Messages.envelope(Kind.U1));
        Ticket taken = door.accepts(ADEM, xml).ticket();
        door.party(ADEM).send("<broken>".getBytes(UTF_8));
        Ticket refused = door.refused(ADEM, MALFORMED).content().ticket();
        door.party(ADEM).send(xml);
        door.next(ADEM);

        await().until(() -> lines.stream().anyMatch(line -> line.startsWith("KP1003")));
        assertThat(lines.stream().filter(line -> line.contains(taken.toString()) || line.contains(refused.toString())))
                .containsExactly(
                        "KP1001 taken ticket=" + taken + " type=U1/1.0 from=LU:0053 to=BE:0206737484(U002/4.2)",
                        "KP1002 refused ticket=" + refused + " code=MALFORMED type=- from=LU:0053",
                        "KP1003 repeated ticket=" + taken + " from=LU:0053");
        assertThat(String.join("", lines))
                .doesNotContain(KNOWN_TO_BOTH.digits())
                .doesNotContain("Lambermont");
    }
}
