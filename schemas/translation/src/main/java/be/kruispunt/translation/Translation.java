package be.kruispunt.translation;

import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.message.LossReport;

/**
 * A document in another type.
 *
 * @param content the JAXB root
 * @param report what became of each filled box of the source
 */
public record Translation(DocumentType type, Object content, LossReport report) {
    /** The content is personal data, so it stays out of the text. */
    @Override
    public String toString() {
        return report.from() + " as " + type;
    }
}
