package be.kruispunt.translation.table;

import be.kruispunt.model.message.LossReport.Line;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/**
 * What came of a translation.
 *
 * @param documents what was written, by the name of its root
 * @param lines what became of each filled box, in the order of the source
 * @param rows the row behind each line
 */
public record Translated(Map<String, Element> documents, List<Line> lines, List<String> rows) {
    public Translated {
        documents = Map.copyOf(documents);
        lines = List.copyOf(lines);
        rows = List.copyOf(rows);
    }

    /** Content is personal data, so it stays out of the text. */
    @Override
    public String toString() {
        return documents.keySet() + ", " + lines.size() + " boxes";
    }
}
