package be.kruispunt.documents;

import be.kruispunt.documents.rules.BoxNumbers;
import be.kruispunt.documents.rules.Findings;
import be.kruispunt.documents.xml.Elements;
import be.kruispunt.model.outcome.Finding;
import be.kruispunt.model.outcome.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXNotRecognizedException;
import org.xml.sax.SAXNotSupportedException;
import org.xml.sax.SAXParseException;

/** Checks an element against a compiled schema, all findings at once, each with its box, path and line. */
final class SchemaCheck {
    private static final String NODE = "http://apache.org/xml/properties/dom/current-element-node";
    private static final String LOCALE = "http://apache.org/xml/properties/locale";

    private final Pool<Validator> validators;
    private final @Nullable BoxNumbers boxes;

    SchemaCheck(Schema schema, @Nullable BoxNumbers boxes) {
        this.validators = new Pool<>(() -> validator(schema));
        this.boxes = boxes;
    }

    List<Finding> findings(Element element) {
        return validators.use(validator -> {
            var collector = new Collector(validator, element);
            validator.setErrorHandler(collector);
            try {
                validator.validate(new DOMSource(element));
            } catch (SAXException e) {
                throw new IllegalStateException("the validator gave up", e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return collector.findings();
        });
    }

    private static Validator validator(Schema schema) {
        try {
            Validator validator = schema.newValidator();
            // The root locale, which is English: for ENGLISH itself the platform falls back to the language of the
            // machine.
            validator.setProperty(LOCALE, Locale.ROOT);
            return validator;
        } catch (SAXNotRecognizedException | SAXNotSupportedException e) {
            throw new IllegalStateException("the platform's own validator knows this property", e);
        }
    }

    /** Turns the validator's messages into findings: without the values that it repeats. */
    private final class Collector implements ErrorHandler {
        private final Validator validator;
        private final Element top;
        private final Findings findings = new Findings("SCHEMA-MORE");
        private @Nullable Element lastPlace;

        Collector(Validator validator, Element top) {
            this.validator = validator;
            this.top = top;
        }

        List<Finding> findings() {
            return findings.list();
        }

        @Override
        public void warning(SAXParseException e) {
            // Warnings of the validator are about the schema, which was compiled long ago.
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            SchemaMessage message = SchemaMessage.of(String.valueOf(e.getMessage()));
            Element place = validator.getProperty(NODE) instanceof Element at ? at : top;
            if (message.isConsequence() && place == lastPlace) {
                return;
            }
            lastPlace = place;
            findings.add(Severity.ERROR, () -> finding(message, place));
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            error(e);
        }

        private Finding finding(SchemaMessage message, Element place) {
            return new Finding(
                    message.code(),
                    Severity.ERROR,
                    boxes == null ? "" : boxes.of(top, place),
                    Elements.path(top, place),
                    Elements.line(place),
                    message.text(),
                    message.remedy());
        }
    }
}
