package be.kruispunt.documents.rules;

import be.kruispunt.model.outcome.Severity;

/**
 * A check of what a document says, with a stable code. Adding a rule is adding one of these to its document's list, its
 * line to {@code docs/reference/documents.md} and its test.
 *
 * @param code stable code, such as {@code U1-PERIOD-ORDER}; a contract with the institutions
 * @param severity whether a finding stops the message
 * @param box the box that the rule is about; empty where it is about many
 * @param message what is wrong, without values
 * @param remedy what the sender can do
 * @param check finds the places
 * @param <T> the document's class
 */
public record Rule<T>(String code, Severity severity, String box, String message, String remedy, Check<T> check) {
    /** Reports every place where the rule does not hold. */
    @FunctionalInterface
    public interface Check<T> {
        void run(Reading<T> reading, Report report);
    }

    static <T> Rule<T> error(String code, String box, String message, String remedy, Check<T> check) {
        return new Rule<>(code, Severity.ERROR, box, message, remedy, check);
    }

    static <T> Rule<T> warning(String code, String box, String message, String remedy, Check<T> check) {
        return new Rule<>(code, Severity.WARNING, box, message, remedy, check);
    }
}
