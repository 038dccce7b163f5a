package be.kruispunt.broker;

import static be.kruispunt.model.outcome.RefusalCode.CONTENT_NOT_ACCEPTED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The encodings of a message, without a broker. */
final class AmqpSectionsTest {
    private static final int MAX = 100;

    private static AmqpBody read(byte[] encoded) throws IOException {
        return new AmqpSections(new ByteArrayInputStream(encoded), MAX).readBody();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("be.kruispunt.broker.Encodings#taken")
    void everyLegalEncodingOfOneBodyIsTaken(String name, byte[] encoded) throws IOException {
        assertThat(read(encoded)).isInstanceOfSatisfying(AmqpBody.Taken.class, taken -> assertThat(taken.bytes())
                .isEqualTo(Encodings.XML.getBytes(UTF_8)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("be.kruispunt.broker.Encodings#refused")
    void everyOtherLegalBodyIsRefused(String name, byte[] encoded) throws IOException {
        assertThat(read(encoded)).isInstanceOfSatisfying(AmqpBody.Refused.class, refused -> assertThat(refused.code())
                .isEqualTo(CONTENT_NOT_ACCEPTED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("be.kruispunt.broker.Encodings#broken")
    void whatIsNoMessage_isToldFromAFailureToRead(String name, byte[] encoded) {
        assertThatThrownBy(() -> read(encoded)).isInstanceOfAny(EOFException.class, StreamCorruptedException.class);
    }
}
