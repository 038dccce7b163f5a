package be.kruispunt.exchange;

import be.kruispunt.documents.IncomingDocument;
import be.kruispunt.documents.ReadDocument;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.outcome.Finding;
import java.util.List;
import java.util.Optional;

/** The document follows its schema and rules; warnings travel with it. */
public record Validated(Received received, IncomingDocument document, ReadDocument content, List<Finding> warnings)
        implements Stage {
    public Validated {
        warnings = List.copyOf(warnings);
    }

    @Override
    public Optional<Header> header() {
        return Optional.of(document.header());
    }

    @Override
    public String auditDetail() {
        return warnings.size() + " warning(s)";
    }
}
