package be.kruispunt.documents;

import org.jspecify.annotations.Nullable;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Hands a validator's messages to whoever uses it now. The validator itself is given no other handler from use to use: it would
 * make all its parts ready again, a seventh of what a check costs.
 */
final class SchemaMessages implements ErrorHandler {
    private @Nullable ErrorHandler user;

    void goTo(ErrorHandler now) {
        user = now;
    }

    private ErrorHandler user() {
        ErrorHandler now = user;
        if (now == null) {
            throw new IllegalStateException("nobody uses this validator");
        }
        return now;
    }

    @Override
    public void warning(SAXParseException e) throws SAXException {
        user().warning(e);
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
        user().error(e);
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
        user().fatalError(e);
    }
}
