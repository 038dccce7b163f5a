package be.kruispunt.rights;

/** Whose status counts for a person's right. */
public enum Whose {
    PERSON,
    /** His own, or that of anybody who lives at the same domicile. */
    HOUSEHOLD
}
