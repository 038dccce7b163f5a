package be.kruispunt.exchange;

import be.kruispunt.documents.ReadDocument;
import be.kruispunt.model.outcome.Finding;
import java.util.List;

/** The document follows its schema and rules; warnings travel with it. */
public record Validated(Authenticated signed, ReadDocument content, List<Finding> warnings) implements Understood {
    public Validated {
        warnings = List.copyOf(warnings);
    }

    @Override
    public Validated validated() {
        return this;
    }

    @Override
    public String auditDetail() {
        return warnings.size() + " warning(s)";
    }
}
