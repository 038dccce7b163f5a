package be.kruispunt.model.outcome;

/**
 * One thing found in a document. Never carries a value of the document: values are personal data.
 *
 * @param code stable code of the rule, such as {@code U1-PERIOD-ORDER}
 * @param severity whether it stops the message
 * @param box printed box number, such as {@code 2.1.1}, or empty where no box is concerned
 * @param path path of the element, such as {@code /U1/Periods/InsuredEmployment[2]}
 * @param line line in the received file, from 1; 0 when the document was not read from a file
 * @param message what is wrong
 * @param remedy what to do about it
 */
public record Finding(
        String code, Severity severity, String box, String path, int line, String message, String remedy) {
    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
