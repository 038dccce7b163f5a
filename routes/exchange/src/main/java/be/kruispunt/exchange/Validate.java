package be.kruispunt.exchange;

import be.kruispunt.documents.DocumentValidator;
import be.kruispunt.documents.Validation;
import be.kruispunt.model.outcome.Refusal;
import java.util.Optional;

/** Holds the document against its schema and rules, and gathers every finding at once. */
public final class Validate {
    private final DocumentValidator validator;

    public Validate(DocumentValidator validator) {
        this.validator = validator;
    }

    /** Refuses with SCHEMA or RULE, and all findings. */
    public Result<Validated> validate(Authenticated authenticated) {
        Validation validation = validator.validate(authenticated.header().header(), authenticated.payload());
        Optional<Refusal> refusal = validation.refusal();
        if (refusal.isPresent()) {
            return Result.refused(refusal.get());
        }
        return Result.passed(new Validated(authenticated, validation.document().orElseThrow(), validation.findings()));
    }
}
