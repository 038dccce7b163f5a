package be.kruispunt.exchange;

import be.kruispunt.model.cases.CaseFile;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.PersonNumber;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.message.LossReport.Fate;
import be.kruispunt.model.message.LossSummary;
import be.kruispunt.model.message.Provenance;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.w3c.dom.Document;

/**
 * What each receiver gets, unsigned, in the types that it takes.
 *
 * @param holdsIdentifier as {@link Stage#holdsIdentifier}
 */
public record Translated(Validated validated, boolean holdsIdentifier, CaseFile caseAfter, List<ForReceiver> documents)
        implements Understood {
    /**
     * What one receiver will get.
     *
     * @param receiver who
     * @param type in which type
     * @param dom the whole message, not yet signed
     * @param provenance where it came from, as its header says
     * @param sources what it was made of
     * @param loss what became of each box; absent when the document goes on as it was
     */
    record ForReceiver(
            InstitutionId receiver,
            DocumentType type,
            Document dom,
            Provenance provenance,
            Sources sources,
            Optional<LossSummary> loss) {
        private String auditDetail() {
            return receiver + " " + type + sources
                    + provenance
                            .replaces()
                            .map(one -> " in the place of " + one)
                            .orElse("")
                    + loss.map(report -> " (" + report.count(Fate.CARRIED) + " carried, "
                                    + report.count(Fate.CHANGED) + " changed, "
                                    + report.count(Fate.LOST) + " lost)")
                            .orElse(" as it was");
        }
    }

    public Translated {
        documents = List.copyOf(documents);
    }

    /** Whom the documents concern. */
    @Override
    public List<PersonNumber> persons() {
        return documents.stream()
                .flatMap(document -> document.sources().persons().stream())
                .distinct()
                .toList();
    }

    @Override
    public String auditDetail() {
        return documents.stream().map(ForReceiver::auditDetail).collect(Collectors.joining("; "));
    }
}
