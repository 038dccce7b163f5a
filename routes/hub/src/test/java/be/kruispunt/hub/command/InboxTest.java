package be.kruispunt.hub.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.documents.Samples;
import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.documents.xml.Limits;
import org.junit.jupiter.api.Test;

/** Whatever the hub sent can be taken out of the queue: else it would stand before all that follows. */
class InboxTest {
    private static final int MOST = Limits.STANDARD.bytes();

    private static Inbox inbox(int taken) {
        return new Inbox(new Documents(
                DocumentCatalogue.standard(), Limits.STANDARD.withBytes(taken).sentOn()));
    }

    /** A U1 of so many bytes, and not more than a thousand beyond. */
    private static byte[] u1Of(int bytes) {
        String period = "<InsuredEmployment>" + " ".repeat(1_000 - 19);
        String text = new String(Samples.template(Kind.U1), UTF_8);
        int missing = bytes - text.length();
        String rest = "<from>2019-03-01</from><to>2019-03-02</to></InsuredEmployment>";
        String many = (period + rest).repeat(missing / (1_000 + rest.length()) + 1);
        return text.replace("<Periods>", "<Periods>" + many).getBytes(UTF_8);
    }

    @Test
    void aDocumentOfTheLargestSize_isReadInTheHubsEnvelope() {
        assertThat(inbox(MOST).read(u1Of(MOST + 10_000)).fileName()).startsWith("U1-");
    }

    @Test
    void aHubThatTakesMore_sendsMore() {
        assertThat(inbox(2 * MOST).read(u1Of(2 * MOST)).fileName()).startsWith("U1-");
    }

    @Test
    void whatCannotBeReadHere_isNamedByItsDigest_andSaid() {
        Inbox.Entry entry = inbox(MOST).read("<other/>".getBytes(UTF_8));
        assertThat(entry.fileName()).matches("UNREAD-[0-9a-f]{64}\\.xml");
        assertThat(entry.lines().getFirst()).startsWith("something that cannot be read here: HEADER_INVALID: ");
        assertThat(entry.json()).containsEntry("outcome", "not read").containsEntry("code", "HEADER_INVALID");
    }
}
