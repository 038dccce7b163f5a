package be.kruispunt.model.rights;

/** What is answered of a right. */
public enum Entitlement {
    ENTITLED,
    /** By what the sources report; some rights can still be had by a certificate on paper. */
    NOT_ENTITLED,
    /** Not known who is meant, or not known yet, or not to be told from what the sources report: never a guess. */
    NOT_DETERMINED
}
