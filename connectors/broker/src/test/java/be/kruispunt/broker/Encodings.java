package be.kruispunt.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** One message as AMQP lets it be written: each descriptor, constructor and section that the specification knows. */
final class Encodings {
    static final String XML = "<sbd/>";

    private static final String BYTES = HexFormat.of().formatHex(XML.getBytes(UTF_8));
    private static final String DATA = "005375";
    private static final String VALUE = "005377";
    private static final String VBIN8 = "a006" + BYTES;

    private Encodings() {}

    /** Name, bytes. */
    static Stream<Arguments> taken() {
        return Stream.of(
                row("vbin8", DATA + VBIN8),
                row("vbin32", DATA + "b000000006" + BYTES),
                row("a descriptor of eight bytes", "00800000000000000075" + VBIN8),
                row("a descriptor by name", named("amqp:data:binary", VBIN8)),
                row("a descriptor by a long name", "00b300000010" + text("amqp:data:binary") + VBIN8),
                row("a text", VALUE + "a106" + BYTES),
                row("a long text", VALUE + "b100000006" + BYTES),
                row("bytes as a value", VALUE + VBIN8),
                row("a value by name", named("amqp:amqp-value:*", "a106" + BYTES)),
                row("an empty header", "00537045" + DATA + VBIN8),
                row("a header", "005370c0020142" + DATA + VBIN8),
                row("a long header by name", named("amqp:header:list", "d0000000050000000142") + DATA + VBIN8),
                row("delivery annotations", "005371c10100" + DATA + VBIN8),
                row("message annotations", "005372c10100" + DATA + VBIN8),
                row("message annotations by name", named("amqp:message-annotations:map", "c10100") + DATA + VBIN8),
                row("properties", "00537345" + DATA + VBIN8),
                row("properties by name", named("amqp:properties:list", "45") + DATA + VBIN8),
                row("no application properties", "005374c10100" + DATA + VBIN8),
                row("a footer", DATA + VBIN8 + "005378c10100"),
                row("a footer by name", DATA + VBIN8 + named("amqp:footer:map", "d10000000400000000")));
    }

    /** Name, bytes. */
    static Stream<Arguments> refused() {
        return Stream.of(
                row("two data sections", DATA + VBIN8 + DATA + VBIN8),
                row("two data sections by name", named("amqp:data:binary", VBIN8) + named("amqp:data:binary", VBIN8)),
                row("a sequence", "00537645"),
                row("a sequence by name", named("amqp:amqp-sequence:list", "c0040152" + "0140")),
                row("null", VALUE + "40"),
                row("true", VALUE + "41"),
                row("an int", VALUE + "7100000001"),
                row("a uuid", VALUE + "98" + "00".repeat(16)),
                row("a list", VALUE + "c0020140"),
                row("a map", VALUE + "c10100"),
                row("an array", VALUE + "e0040150" + "0102"),
                row("a symbol", VALUE + "a3026162"),
                row("a described value", VALUE + "00a30161" + VBIN8),
                row("an empty body", DATA + "a000"));
    }

    /** Name, bytes: what no client that speaks AMQP sends. */
    static Stream<Arguments> broken() {
        return Stream.of(
                row("text where a section is due", "3c"),
                row("a body that ends early", DATA + "a007" + BYTES),
                row("a long body that ends early", DATA + "b000ffffff" + BYTES),
                row("a header that ends early", "005370c0"),
                row("an unknown section", "005379" + VBIN8),
                row("an unknown name", named("amqp:somewhere:else", VBIN8)),
                row("an endless name", "00b37fffffff"),
                row("a section zero", "0044" + VBIN8),
                row("a descriptor that is a list", "0045" + VBIN8),
                row("a descriptor beyond all numbers", "0080ffffffffffffff75" + VBIN8));
    }

    private static Arguments row(String name, String hex) {
        return Arguments.of(name, HexFormat.of().parseHex(hex));
    }

    private static String named(String name, String value) {
        return "00a3%02x".formatted(name.length()) + text(name) + value;
    }

    private static String text(String text) {
        return HexFormat.of().formatHex(text.getBytes(UTF_8));
    }
}
