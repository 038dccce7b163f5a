package be.kruispunt.model.id;

/** An identifier that is not one. The message says what is wrong and what to do, and never repeats a person's number. */
public final class InvalidIdentifier extends IllegalArgumentException {
    private final String kind;

    InvalidIdentifier(String kind, String problem) {
        super(kind + ": " + problem);
        this.kind = kind;
    }

    /** The kind of identifier, such as {@code INSZ}. */
    public String kind() {
        return kind;
    }
}
