package be.kruispunt.documents.rules;

import be.kruispunt.model.outcome.Severity;

/**
 * A check of what a document says, with a stable code. Its words are in the labels.
 *
 * @param code stable code, such as {@code U1-PERIOD-ORDER}; a contract with the institutions
 * @param words the key of its words: its code, or for a rule of all documents what follows the document's
 * @param severity whether a finding stops the message
 * @param box the box that the rule is about, where a place stands in none
 * @param check finds the places
 */
public record Rule(String code, String words, Severity severity, String box, Check check) {
    /** That a form names another issuer than the sender; the hub refuses with a code of its own where this is all. */
    public static final String ISSUER_MISMATCH = "ISSUER-MISMATCH";

    /** Reports every place where the rule does not hold. */
    @FunctionalInterface
    interface Check {
        void run(Reading reading, Report report);
    }
}
