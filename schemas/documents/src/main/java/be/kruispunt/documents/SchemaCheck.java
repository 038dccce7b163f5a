package be.kruispunt.documents;

import be.kruispunt.documents.rules.BoxNumbers;
import be.kruispunt.documents.rules.Findings;
import be.kruispunt.documents.xml.Elements;
import be.kruispunt.model.outcome.Finding;
import be.kruispunt.model.outcome.Severity;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javax.xml.validation.Schema;
import javax.xml.validation.ValidatorHandler;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.SAXNotRecognizedException;
import org.xml.sax.SAXNotSupportedException;

/** Checks an element against a compiled schema, all findings at once, each with its box, path and line. */
final class SchemaCheck {
    private static final String LOCALE = "http://apache.org/xml/properties/locale";

    /**
     * What the names may weigh that one validator meets: it keeps every one, also a stranger's. This is a few hundred
     * ordinary messages, so that a new validator, which costs half a check, costs each of them next to nothing.
     */
    private static final long MOST_NAMES = 1_000_000;

    private final Pool<Reused> validators;
    private final @Nullable BoxNumbers boxes;
    private final int most;
    private final int longestAttribute;

    /** {@code most}: how many findings are told, before one that says that there are more. */
    SchemaCheck(Schema schema, @Nullable BoxNumbers boxes, int most) {
        this(schema, boxes, most, SchemaWalk.LONGEST);
    }

    private SchemaCheck(Schema schema, @Nullable BoxNumbers boxes, int most, int longestAttribute) {
        this.validators = new Pool<>(() -> new Reused(validator(schema)), reused -> reused.names < MOST_NAMES);
        this.boxes = boxes;
        this.most = most;
        this.longestAttribute = longestAttribute;
    }

    /**
     * Of what only the hub writes. Its attributes list boxes and lines, as many as there are in what is answered; no type of theirs
     * has a pattern that would work with the square of the length.
     */
    static SchemaCheck ofAnswer(Schema schema, @Nullable BoxNumbers boxes, int most) {
        return new SchemaCheck(schema, boxes, most, SchemaWalk.LONGEST_LIST);
    }

    /** {@code words}: by the keys of the labels of all documents. */
    List<Finding> findings(Element element, UnaryOperator<String> words) {
        return validators.use(reused -> {
            var findings =
                    new Findings("SCHEMA-MORE", most, words.apply("rule.MORE.text"), words.apply("rule.MORE.remedy"));
            var walk = new SchemaWalk(
                    reused.validator,
                    longestAttribute,
                    findings,
                    (message, at) -> finding(message, element, at, words));
            reused.messages.goTo(walk);
            reused.names += walk.through(element) ? walk.names() : MOST_NAMES;
            return findings.list();
        });
    }

    private Finding finding(SchemaMessage message, Element top, Element place, UnaryOperator<String> words) {
        return new Finding(
                message.code(),
                Severity.ERROR,
                boxes == null ? "" : boxes.of(top, place),
                Elements.path(top, place),
                Elements.line(place),
                message.text(words),
                message.remedy(words));
    }

    private static ValidatorHandler validator(Schema schema) {
        try {
            ValidatorHandler validator = schema.newValidatorHandler();
            // The root locale, which is English: for ENGLISH itself the platform falls back to the language of the
            // machine.
            validator.setProperty(LOCALE, Locale.ROOT);
            return validator;
        } catch (SAXNotRecognizedException | SAXNotSupportedException e) {
            throw new IllegalStateException("the platform's own validator knows this property", e);
        }
    }

    /** A validator, where its messages go, and what the names weigh that it has met. */
    private static final class Reused {
        private final ValidatorHandler validator;
        private final SchemaMessages messages = new SchemaMessages();
        private long names;

        Reused(ValidatorHandler validator) {
            this.validator = validator;
            validator.setErrorHandler(messages);
        }
    }
}
