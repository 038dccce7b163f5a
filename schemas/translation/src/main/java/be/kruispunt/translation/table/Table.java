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
 * @param when what must hold of the root of the first document, by the side that is read; else the table is not for it
 * @param copies rows by which a further document of the SEDs repeats what the first one says, by its code; not accounted for
 */
record Table(
        String name,
        Map<Side, List<DocumentType>> documents,
        Map<Side, List<Condition>> when,
        List<Row> rows,
        Map<String, List<Row>> copies) {
    Table {
        documents = new EnumMap<>(documents);
        when = new EnumMap<>(when);
        rows = List.copyOf(rows);
        copies = Map.copyOf(copies);
    }

    List<DocumentType> documents(Side side) {
        return documents.getOrDefault(side, List.of());
    }

    List<Condition> when(Side side) {
        return when.getOrDefault(side, List.of());
    }
}
