package be.kruispunt.translation;

import be.kruispunt.model.message.LossReport;

/**
 * A translated document and what became of each box of its source.
 *
 * @param <T> the target's JAXB root
 */
public record Mapped<T>(T content, LossReport report) {
    /** The content is personal data, so it stays out of the text. */
    @Override
    public String toString() {
        return report.from() + " as " + report.to();
    }
}
