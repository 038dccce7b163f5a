package be.kruispunt.exchange;

import static be.kruispunt.exchange.Given.ADEM;
import static be.kruispunt.exchange.Given.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.broker.BrokerMessage;
import be.kruispunt.broker.Content;
import be.kruispunt.broker.Meter;
import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.documents.MessageReader;
import be.kruispunt.documents.Samples;
import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.documents.xml.Limits;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.outcome.Refusal;
import be.kruispunt.model.outcome.RefusalCode;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of what the broker handed over. How XML is read has tests of its own. */
class ParseTest {
    private static final Digest DIGEST = Digest.of(new byte[0]);

    private final Parse parse = new Parse(new MessageReader(DocumentCatalogue.standard(), Limits.STANDARD));

    private Result<Parsed> parsed(Content content, Optional<String> refusedFor) {
        var message = new BrokerMessage(ADEM, content, 0, NOW, refusedFor, new Meter());
        return parse.parse(new Received(new Ticket(UUID.randomUUID()), ADEM, DIGEST, NOW, message));
    }

    private Result.Refused<Parsed> refused(Content content, Optional<String> refusedFor) {
        Result<Parsed> result = parsed(content, refusedFor);
        assertThat(result).isInstanceOf(Result.Refused.class);
        return (Result.Refused<Parsed>) result;
    }

    private static Content body(String text) {
        return new Content.Body(text.getBytes(UTF_8));
    }

    @Test
    void aMessageThatCanBeRead_goesOn() {
        assertThat(parsed(new Content.Body(Samples.template(Kind.U1)), Optional.empty()))
                .isInstanceOf(Result.Passed.class);
    }

    /** It may be the reading that breaks: so what the operator refused is not read. */
    @Test
    void whatTheOperatorRefused_isNotRead() {
        assertThat(refused(body("<broken"), Optional.of("send it on paper")).refusal())
                .isEqualTo(Refusal.of(RefusalCode.REFUSED_BY_OPERATOR, "send it on paper"));
    }

    @Test
    void whatTheBrokerDidNotKeep_isRefusedForThat() {
        assertThat(refused(new Content.TooLarge(15_000_000, DIGEST), Optional.empty())
                        .refusal())
                .isEqualTo(Refusal.of(RefusalCode.TOO_LARGE, "15000000 bytes came in"));
        assertThat(refused(
                                new Content.NotAccepted(RefusalCode.PROPERTY_NOT_ACCEPTED, "priority", DIGEST),
                                Optional.empty())
                        .refusal())
                .isEqualTo(Refusal.of(RefusalCode.PROPERTY_NOT_ACCEPTED, "priority"));
    }

    /** The sender finds its message by it, although nothing of it is believed. */
    @Test
    void whatBreaksOffBehindItsIdentifier_isRefusedUnderIt() {
        String text = new String(Samples.template(Kind.U1), UTF_8);
        Result.Refused<Parsed> refused = refused(body(text.substring(0, text.length() - 20)), Optional.empty());
        assertThat(refused.refusal().code()).isEqualTo(RefusalCode.MALFORMED);
        assertThat(refused.claimed()).isPresent();
    }
}
