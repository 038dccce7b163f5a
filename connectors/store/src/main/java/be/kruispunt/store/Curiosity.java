package be.kruispunt.store;

/**
 * What somebody does who tries numbers or names, and what is counted of it. Only what the supplier itself sent can stop it: a stop that came
 * of what the hub knows would tell it (decision 0033).
 */
public enum Curiosity {
    STRANGER("asked about, and no customer"),
    NEAR_NUMBER("registered, and the number follows that of another"),
    CHANGED_NAME("registered by name, under a reference that had three other names or addresses before"),
    UNKNOWN_NUMBER("registered, and the register of persons does not know the number"),
    NEW_NUMBER("registered for the first time"),
    UNFOUND_NAME("registered by name, and not found to be one person");

    private final String meaning;

    Curiosity(String meaning) {
        this.meaning = meaning;
    }

    /** What is counted, of persons. */
    public String meaning() {
        return meaning;
    }

    boolean stops() {
        return this == STRANGER || this == NEAR_NUMBER || this == CHANGED_NAME;
    }
}
