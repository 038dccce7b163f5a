package be.kruispunt.model.cases;

/** What may become of an act after it was sent, as the catalogue of processes marks it. */
public enum Flag {
    /** U: the same act may come again with newer content. */
    UPDATE("updatable"),
    /** I: its sender may take it back, with X008. */
    INVALIDATE("invalidatable"),
    /** J: its receiver may reject it, with X011. */
    REJECT("rejectable"),
    /** C: its receiver may ask what it means, with X012. */
    CLARIFY("clarifiable"),
    /** {@code @}: it may have attachments. */
    ATTACH("attachments");

    private final String key;

    Flag(String key) {
        this.key = key;
    }

    /** The name of its line in the files of processes. */
    String key() {
        return key;
    }
}
