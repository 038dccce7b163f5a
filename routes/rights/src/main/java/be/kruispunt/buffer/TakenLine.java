package be.kruispunt.buffer;

/** What becomes of a line of a report. */
public enum TakenLine {
    TAKEN("it is so now", ""),
    STATUS_UNKNOWN("no scheme knows this status", "use a code of the reference of schemes"),
    STATUS_OF_OTHERS("institutions of another sector decide this status", "leave it to them"),
    REFERENCE_TAKEN(
            "another decision was told under this reference",
            "correct that one, or give this one a reference of its own"),
    REFERENCE_UNKNOWN(
            "nothing stands under this reference, or it is about another person", "look at your own reference");

    private final String meaning;
    private final String remedy;

    TakenLine(String meaning, String remedy) {
        this.meaning = meaning;
        this.remedy = remedy;
    }

    /** What is so, in one sentence without a full stop. */
    public String meaning() {
        return meaning;
    }

    /** What the sender can do; empty where he need do nothing. */
    public String remedy() {
        return remedy;
    }
}
