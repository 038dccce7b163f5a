package be.kruispunt.web;

/** The door cannot do its work. */
public final class WebException extends RuntimeException {
    WebException(String message, Throwable cause) {
        super(message, cause);
    }
}
