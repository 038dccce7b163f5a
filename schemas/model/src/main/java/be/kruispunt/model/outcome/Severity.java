package be.kruispunt.model.outcome;

/** Whether a finding stops the message. */
public enum Severity {
    /** The message is refused. */
    ERROR,
    /** The message goes on; sender and receiver are told. */
    WARNING
}
