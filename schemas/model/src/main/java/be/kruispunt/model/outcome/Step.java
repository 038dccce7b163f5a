package be.kruispunt.model.outcome;

/** The steps of the path of a message, in their order. */
public enum Step {
    RECEIVE,
    PARSE,
    AUTHENTICATE,
    VALIDATE,
    LOOK_UP,
    AUTHORISE,
    CONSIDER,
    CORRELATE,
    TRANSLATE,
    SIGN,
    RECORD,
    DELIVER
}
