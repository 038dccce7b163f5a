package be.kruispunt.web;

/** Nothing can be answered now, and that is nobody's fault: the caller is told to ask again later. */
public final class NotNow extends RuntimeException {
    public NotNow(Throwable cause) {
        super("nothing can be answered now", cause);
    }
}
