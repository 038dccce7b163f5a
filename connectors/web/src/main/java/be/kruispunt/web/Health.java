package be.kruispunt.web;

/** Whether the hub can answer and keep the proof of it. */
public enum Health {
    UP(200, "what comes now is answered, and its proof is kept"),
    DEGRADED(200, "the same, with something that an operator has to see to: `hub trust` says what"),
    DOWN(
            503,
            "the store does not answer in time or has no room, or the hub cannot sign; messages wait in the broker,"
                    + " questions over HTTP are not answered");

    private final int httpStatus;
    private final String meaning;

    Health(int httpStatus, String meaning) {
        this.httpStatus = httpStatus;
        this.meaning = meaning;
    }

    public int httpStatus() {
        return httpStatus;
    }

    public String meaning() {
        return meaning;
    }
}
