package be.kruispunt.trust.counter;

/** What was read is not what the hub signed. It holds nothing of what was read. */
public final class NotBelieved extends Exception {
    private final CodeRefusal reason;

    NotBelieved(CodeRefusal reason) {
        super(reason.meaning(), null, false, false);
        this.reason = reason;
    }

    public CodeRefusal reason() {
        return reason;
    }
}
