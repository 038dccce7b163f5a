package be.kruispunt.exchange;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.message.LossReport.Fate;
import be.kruispunt.model.message.LossSummary;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.w3c.dom.Document;

/** One unsigned document per receiver, in the type that it takes. */
public record Translated(Correlated correlated, List<ForReceiver> documents) implements Stage {
    /**
     * What one receiver will get.
     *
     * @param receiver who
     * @param type in which type
     * @param dom the whole message, not yet signed
     * @param loss what became of each box; absent when the document goes on as it was
     */
    record ForReceiver(InstitutionId receiver, DocumentType type, Document dom, Optional<LossSummary> loss) {
        private String auditDetail() {
            return receiver + " " + type
                    + loss.map(report -> " (" + report.count(Fate.CARRIED) + " carried, "
                                    + report.count(Fate.CHANGED) + " changed, "
                                    + report.count(Fate.LOST) + " lost)")
                            .orElse(" as it was");
        }
    }

    public Translated {
        documents = List.copyOf(documents);
    }

    @Override
    public Received received() {
        return correlated.received();
    }

    @Override
    public Optional<Header> header() {
        return correlated.header();
    }

    @Override
    public boolean holdsIdentifier() {
        return correlated.holdsIdentifier();
    }

    @Override
    public String auditDetail() {
        return documents.stream().map(ForReceiver::auditDetail).collect(Collectors.joining("; "));
    }
}
