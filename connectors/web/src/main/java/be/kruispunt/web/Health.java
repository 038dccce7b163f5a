package be.kruispunt.web;

/** Whether the hub can answer and keep the proof of it. */
public enum Health {
    UP,
    /** It can; something is there that an operator has to see to. */
    DEGRADED,
    /** It cannot. */
    DOWN
}
