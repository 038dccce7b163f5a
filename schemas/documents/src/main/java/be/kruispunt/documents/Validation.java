package be.kruispunt.documents;

import be.kruispunt.documents.rules.Rule;
import be.kruispunt.model.outcome.Finding;
import be.kruispunt.model.outcome.Refusal;
import be.kruispunt.model.outcome.RefusalCode;
import java.util.List;
import java.util.Optional;

/**
 * What was found in a document. Either its schema or its rules were not held, and then nothing else is known of it; or
 * it is accepted, with warnings if there are any.
 *
 * @param findings all of them: of the schema, or, where that holds, of the rules
 * @param document the document, when it is accepted
 */
public record Validation(List<Finding> findings, Optional<ReadDocument> document) {
    public Validation {
        findings = List.copyOf(findings);
    }

    static Validation accepted(List<Finding> warnings, ReadDocument document) {
        return new Validation(warnings, Optional.of(document));
    }

    static Validation refused(List<Finding> findings) {
        return new Validation(findings, Optional.empty());
    }

    public boolean accepted() {
        return document.isPresent();
    }

    /** A wrong issuer alone is not a form that is wrongly filled in: nothing in it needs to be corrected. */
    private RefusalCode ofRules() {
        return findings.stream().filter(Finding::isError).allMatch(f -> f.code().equals(Rule.ISSUER_MISMATCH))
                ? RefusalCode.ISSUER_MISMATCH
                : RefusalCode.RULE;
    }

    /** The refusal that the sender gets, when the document is not accepted. */
    public Optional<Refusal> refusal() {
        if (accepted()) {
            return Optional.empty();
        }
        boolean schema = findings.stream().anyMatch(f -> f.code().startsWith("SCHEMA-"));
        long errors = findings.stream().filter(Finding::isError).count();
        return Optional.of(new Refusal(
                schema ? RefusalCode.SCHEMA : ofRules(), errors + (errors == 1 ? " finding" : " findings"), findings));
    }
}
