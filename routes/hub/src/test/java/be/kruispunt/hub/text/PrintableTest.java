package be.kruispunt.hub.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Nobody's name forges a line, moves the cursor, turns the text round or hides in it. */
class PrintableTest {
    private static final String FORGED =
            "LU:0053\n2026-11-26T00:00:00.000Z INFO  Hub all is well\u001b[2J\u202e\u0085\u200b";

    /** Control, C1, line separators, direction, zero width, ignorable, beyond the first plane, half a character. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                0, 7, 8, '\n', '\r', 0x1B, 0x7F, 0x85, 0x9B, 0xAD, 0x34F, 0x61C, 0x115F, 0x180E, 0x200B, 0x200D, 0x200F,
                0x2028, 0x2029, 0x202E, 0x2060, 0x2066, 0x3164, 0xD800, 0xE000, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFFF, 0x1BCA0,
                0xE0001, 0xE0100
            })
    void whatCannotBeSeen_orIsMoreThanSeen_isEscaped(int character) throws IOException {
        String text = "a" + Character.toString(character) + "b";
        assertThat(Printable.line(text)).matches("a\\\\([nrt]|u[0-9a-f]{4}|u\\{[0-9a-f]+})b");

        String json = new JsonText().of(Map.of("name", text));
        assertThat(json)
                .doesNotContain(Character.toString(character).equals("\n") ? "a\n" : Character.toString(character));
        assertThat(new ObjectMapper().readTree(json).path("name").asText()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Lambermont, Zoë", "Šećerović 'Đ'", "Παπαδόπουλος", "Иванов", "𝒜 20 %", "e\u0301"})
    void whatIsWritten_staysAsItIs(String text) throws IOException {
        assertThat(Printable.line(text)).isEqualTo(text);
        assertThat(new ObjectMapper()
                        .readTree(new JsonText().of(Map.of("name", text)))
                        .path("name")
                        .asText())
                .isEqualTo(text);
    }

    @Test
    void aLineOfTheTerminalIsOneLine() {
        var terminal = new StringWriter();
        new Lines(new PrintWriter(terminal)).print(FORGED);
        assertThat(terminal.toString().lines())
                .containsExactly(
                        "LU:0053\\n2026-11-26T00:00:00.000Z INFO  Hub all is well\\u001b[2J\\u202e\\u0085\\u200b");
    }

    /** Through the log as it is configured for the hub, whichever logger speaks. */
    @Test
    void aLineOfTheLogIsOneLine_andSoIsTheTextOfAnException() {
        var failure = new IllegalStateException(FORGED, new IllegalArgumentException(FORGED));
        failure.addSuppressed(new IllegalStateException(FORGED));
        List<String> lines = logged("link {} opened", failure, FORGED);
        assertThat(lines).hasSizeGreaterThan(3).noneMatch(line -> line.startsWith("2026-11-26T00"));
        assertThat(lines.getFirst())
                .contains("WARN  elsewhere link LU:0053\\n2026")
                .endsWith("\\u0085\\u200b opened");
        assertThat(lines)
                .anyMatch(line -> line.startsWith("Caused by: java.lang.IllegalArgumentException: LU:0053\\n"));
        assertThat(String.join("", lines)).doesNotContain("\u001b", "\u202e", "\u0085", "\u200b");
    }

    private static List<String> logged(String message, Throwable failure, Object... arguments) {
        var log = (LoggerContext) LoggerFactory.getILoggerFactory();
        var event = new LoggingEvent("", log.getLogger("elsewhere"), Level.WARN, message, failure, arguments);
        var appender = (OutputStreamAppender<ILoggingEvent>)
                log.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("stderr");
        return new String(appender.getEncoder().encode(event), UTF_8).lines().toList();
    }
}
