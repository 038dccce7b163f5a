package be.kruispunt.model.outcome;

import java.time.Instant;

/**
 * One step of one message, as the audit keeps it: codes and digests, never content.
 *
 * @param step which step
 * @param passed false when this step refused
 * @param code the refusal's code, or empty
 * @param at when the step was done
 * @param detail a digest, a certificate's serial number, a case, a count; empty where there is nothing to add
 */
public record AuditEntry(Step step, boolean passed, String code, Instant at, String detail) {
    public static AuditEntry passed(Step step, Instant at, String detail) {
        return new AuditEntry(step, true, "", at, detail);
    }

    public static AuditEntry refused(Step step, RefusalCode code, Instant at, String detail) {
        return new AuditEntry(step, false, code.name(), at, detail);
    }
}
