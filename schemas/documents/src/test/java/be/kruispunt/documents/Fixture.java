package be.kruispunt.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.documents.xml.Limits;
import be.kruispunt.documents.xml.Unreadable;
import be.kruispunt.model.outcome.Finding;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the tests of this package share: the samples as text, in which a test changes one thing. */
final class Fixture {
    static final DocumentCatalogue CATALOGUE = DocumentCatalogue.standard();
    static final MessageReader READER = new MessageReader(CATALOGUE, Limits.STANDARD);
    static final DocumentValidator VALIDATOR = new DocumentValidator(CATALOGUE);

    private Fixture() {}

    static String sample(Kind kind) {
        return new String(Samples.template(kind), StandardCharsets.UTF_8);
    }

    /** The sample with a text of it replaced, which must be there. */
    static String sample(Kind kind, String text, String replacement) {
        return changed(sample(kind), text, replacement);
    }

    /** The message with a text of it replaced, which must be there. */
    static String changed(String message, String text, String replacement) {
        assertThat(message).contains(text);
        return message.replace(text, replacement);
    }

    /** The message without what stands from one text up to another. */
    static String cut(String message, String from, String to) {
        assertThat(message).contains(from).contains(to);
        int begin = message.indexOf(from);
        return message.substring(0, begin) + message.substring(message.indexOf(to, begin));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static IncomingDocument read(String message) {
        try {
            return READER.read(bytes(message));
        } catch (Unreadable e) {
            throw new AssertionError(e);
        }
    }

    static Unreadable refused(byte[] message) {
        return catchThrowableOfType(Unreadable.class, () -> READER.read(message));
    }

    static Unreadable refused(String message) {
        return refused(bytes(message));
    }

    static Validation validate(String message) {
        return VALIDATOR.validate(read(message));
    }

    static List<Finding> findings(String message) {
        return validate(message).findings();
    }

    static ReadDocument accepted(String message) {
        Validation validation = validate(message);
        assertThat(validation.findings()).noneMatch(Finding::isError);
        return validation.document().orElseThrow();
    }

    /** Holds that this message is taken, with these warnings and no other. */
    static void takes(String message, String... warnings) {
        assertThat(findings(message)).extracting(Finding::code).containsExactly(warnings);
        assertThat(validate(message).accepted()).isTrue();
    }

    /** Holds that this message is not taken, for this reason among others. */
    static void refuses(String message, String code) {
        assertThat(findings(message))
                .anySatisfy(finding -> assertThat(finding.code()).isEqualTo(code));
        assertThat(validate(message).accepted()).isFalse();
    }

    /** The line, from 1, on which this text first stands. */
    static int line(String message, String text) {
        assertThat(message).contains(text);
        return (int) message.substring(0, message.indexOf(text)).lines().count();
    }
}
