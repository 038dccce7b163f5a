package be.kruispunt.documents.rules;

import org.w3c.dom.Element;

/**
 * That the institution which a form names as its issuer is the one that sends it: a form is that institution's word, and
 * nobody gives it for another. The header's sender was held against the signature before.
 */
public final class Issuer {
    /** The rule's code; the hub refuses with a code of its own where this is all that is wrong. */
    public static final String CODE = "ISSUER-MISMATCH";

    private Issuer() {}

    static <T> Rule<T> rule(String box, Rule.Check<T> check) {
        return Rule.error(
                CODE,
                box,
                "the institution that the form names as its issuer is not the sender",
                "name yourself, or let the issuer send it",
                check);
    }

    static void check(Reading<?> reading, Element number, Report report) {
        if (!reading.header().sender().value().equals(number.getTextContent())) {
            report.at(number);
        }
    }

    /** Of a U1: box 7.6. */
    static void u1(Reading<?> reading, Report report) {
        check(reading, reading.place("Institution/identificationNumber"), report);
    }
}
