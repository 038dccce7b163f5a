package be.kruispunt.translation;

import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.message.LossReport;
import java.util.List;
import org.w3c.dom.Element;

/**
 * A document in another type, or in several that together hold what it holds.
 *
 * @param documents what was written, in the order of the table
 * @param report what became of each filled box of the source
 * @param rows the row of the table behind each line of the report
 */
public record Translation(List<Written> documents, LossReport report, List<String> rows) {
    /** A document that was written. */
    public record Written(DocumentType type, Element payload) {
        /** The content is personal data, so it stays out of the text. */
        @Override
        public String toString() {
            return type.toString();
        }
    }

    public Translation {
        documents = List.copyOf(documents);
        rows = List.copyOf(rows);
    }

    /** The content is personal data, so it stays out of the text. */
    @Override
    public String toString() {
        return report.from() + " as " + documents;
    }
}
