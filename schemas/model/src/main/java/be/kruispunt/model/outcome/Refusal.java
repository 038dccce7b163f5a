package be.kruispunt.model.outcome;

import java.util.List;

/**
 * Why the hub does not take a message. An expected answer, so a value; breakage is an exception.
 *
 * @param code stable code
 * @param detail one sentence on this message, without personal data
 * @param findings every finding where the code is {@code SCHEMA} or {@code RULE} or another with findings
 */
public record Refusal(RefusalCode code, String detail, List<Finding> findings) {
    public Refusal {
        findings = List.copyOf(findings);
    }

    public static Refusal of(RefusalCode code, String detail) {
        return new Refusal(code, detail, List.of());
    }
}
