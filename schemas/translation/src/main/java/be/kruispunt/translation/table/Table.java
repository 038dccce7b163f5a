package be.kruispunt.translation.table;

import be.kruispunt.model.message.DocumentType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A table of a pair: the rows, not yet held against any schema.
 *
 * @param name its file
 * @param documents the documents of each side, in their order; the first is the one that is always written
 */
record Table(String name, Map<Side, List<DocumentType>> documents, List<Row> rows) {
    Table {
        documents = new EnumMap<>(documents);
        rows = List.copyOf(rows);
    }

    List<DocumentType> documents(Side side) {
        return documents.getOrDefault(side, List.of());
    }
}
