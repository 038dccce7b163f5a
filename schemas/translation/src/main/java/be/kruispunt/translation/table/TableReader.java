package be.kruispunt.translation.table;

import be.kruispunt.model.message.DocumentType;
import be.kruispunt.translation.table.Row.FromHeader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads tables. What it does not know is refused, with file and line. */
final class TableReader {
    private static final Set<String> TABLE =
            Set.of("form", "sed", "shared", "reasons", "rows", "blocks", "copies", "when-form", "when-sed");
    private static final Set<String> ROW = Set.of(
            "form",
            "sed",
            "when-form",
            "when-sed",
            "only-from",
            "pick",
            "of-form",
            "of-sed",
            "rows",
            "use",
            "codes",
            "because",
            "told",
            "lost",
            "form-value",
            "sed-value",
            "header",
            "says",
            "spread",
            "join",
            "full");

    private final Function<String, String> files;
    private final Map<String, String> reasons = new HashMap<>();
    private final Map<String, Fields> shared = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private List<DocumentType> seds = List.of();

    /** {@code files}: the text of a file, by its name beside the table, such as {@code codes/sex-4.2.yaml}. */
    TableReader(Function<String, String> files) {
        this.files = files;
    }

    /** The table of a file. */
    Table read(String file) {
        Fields fields = Fields.of(file, files.apply(file));
        fields.allow(TABLE);
        fields.texts("shared").forEach(other -> share(Fields.of(other, files.apply(other))));
        share(fields);
        var documents = new EnumMap<Side, List<DocumentType>>(Side.class);
        var when = new EnumMap<Side, List<Condition>>(Side.class);
        for (Side side : Side.values()) {
            documents.put(side, documents(fields, side));
            when.put(
                    side,
                    fields.texts("when-" + side.key()).stream()
                            .map(Condition::of)
                            .toList());
            names.put('{' + side.key() + '}', documents.get(side).getFirst().code());
        }
        seds = documents.getOrDefault(Side.SED, List.of());
        var copies = new LinkedHashMap<String, List<Row>>();
        fields.mapping("copies")
                .ifPresent(all -> all.keys().forEach(code -> copies.put(code, rows(all.mappings(code)))));
        return new Table(file, documents, when, rows(fields.mappings("rows")), copies);
    }

    private static List<DocumentType> documents(Fields fields, Side side) {
        Fields types = fields.mapping(side.key()).orElseThrow(() -> fields.wrong(side.key() + " is missing"));
        return types.keys().stream()
                .map(code -> DocumentType.of(code, types.required(code)))
                .toList();
    }

    /** What rows use by name: reasons, and blocks of rows. */
    private void share(Fields fields) {
        reasons(fields);
        fields.mapping("blocks").ifPresent(blocks -> blocks.keys().forEach(name -> shared.put(name, blocks)));
    }

    private void reasons(Fields fields) {
        fields.mapping("reasons").ifPresent(all -> all.keys().forEach(key -> reasons.put(key, all.required(key))));
    }

    private List<Row> rows(List<Fields> all) {
        var rows = new ArrayList<Row>();
        for (Fields fields : all) {
            fields.allow(ROW);
            if (fields.has("use") && !fields.has("form") && !fields.has("sed")) {
                rows.addAll(block(fields));
            } else {
                rows.add(row(fields));
            }
        }
        return rows;
    }

    private List<Row> block(Fields fields) {
        String name = fields.required("use");
        Fields blocks = shared.get(name);
        if (blocks == null) {
            throw fields.wrong("no shared rows " + name);
        }
        return rows(blocks.mappings(name));
    }

    private Row row(Fields fields) {
        var paths = new EnumMap<Side, Path>(Side.class);
        var when = new EnumMap<Side, List<Condition>>(Side.class);
        var of = new EnumMap<Side, String>(Side.class);
        try {
            for (Side side : Side.values()) {
                fields.text(side.key()).ifPresent(path -> paths.put(side, Path.of(named(path))));
                when.put(
                        side,
                        fields.texts("when-" + side.key()).stream()
                                .map(Condition::of)
                                .toList());
                fields.text("of-" + side.key()).ifPresent(hook -> of.put(side, hook));
            }
            Optional<Side> only = fields.text("only-from").map(side -> Side.valueOf(side.toUpperCase(Locale.ROOT)));
            return new Row(
                    fields.place(), paths, when, only, fields.text("pick").orElse(null), of, act(fields));
        } catch (IllegalArgumentException e) {
            throw String.valueOf(e.getMessage()).startsWith(fields.place())
                    ? e
                    : fields.wrong(String.valueOf(e.getMessage()));
        }
    }

    private Row.Act act(Fields fields) {
        if (fields.has("rows") || fields.has("use")) {
            var rows = new ArrayList<>(rows(fields.mappings("rows")));
            if (fields.has("use")) {
                rows.addAll(block(fields));
            }
            return new Row.Group(rows);
        }
        if (fields.has("lost")) {
            return new Row.Lost(reason(fields, "lost"));
        }
        if (fields.has("told")) {
            return new Row.Told(Path.of(fields.required("told")), reason(fields, "because"));
        }
        if (fields.has("spread")) {
            return new Row.Spread(fields.texts("spread").stream()
                    .map(this::named)
                    .map(Path::of)
                    .toList());
        }
        if (fields.has("join")) {
            int limit = Integer.parseInt(fields.required("join"));
            return new Row.Join(limit, reason(fields, "because"), reason(fields, "full"));
        }
        return value(fields);
    }

    private Row.Act value(Fields fields) {
        boolean both = fields.has("form") && fields.has("sed");
        if (fields.has("header")) {
            String word = fields.required("header").toUpperCase(Locale.ROOT).replace('-', '_');
            return new Row.Fixed("", Optional.of(FromHeader.valueOf(word)), false);
        }
        if (fields.has("form-value") || fields.has("sed-value")) {
            String form = fields.text("form-value").orElse("");
            String sed = fields.text("sed-value").orElse("");
            return both
                    ? new Row.Values(form, sed, reason(fields, "because"))
                    : new Row.Fixed(form + sed, Optional.empty(), fields.has("says"));
        }
        if (!both) {
            throw fields.wrong("a path of one side only: say what becomes of it");
        }
        return new Row.Carry(fields.text("codes").map(this::codes));
    }

    /** A sentence, or the name of one that is written once. */
    private String reason(Fields fields, String key) {
        String text = fields.required(key);
        String reason = text.contains(" ") ? text : reasons.get(text);
        if (reason == null) {
            throw fields.wrong("no reason " + text);
        }
        return named(reason);
    }

    /** Puts in the code of the form and of the first SED, where shared rows leave them open. */
    private String named(String text) {
        String all = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            all = all.replace(name.getKey(), name.getValue());
        }
        return all;
    }

    private CodeList codes(String name) {
        String file = "codes/" + name + ".yaml";
        Fields list = Fields.of(file, files.apply(file));
        list.allow(Set.of("name", "note", "source", "valid-from", "valid-to", "codes"));
        list.required("source");
        requireValid(list);
        List<CodeList.Entry> entries = list.mappings("codes").stream()
                .map(entry -> new CodeList.Entry(
                        entry.required("form"),
                        entry.required("sed"),
                        entry.text("only-from").map(side -> Side.valueOf(side.toUpperCase(Locale.ROOT)))))
                .toList();
        return new CodeList(list.required("name"), list.text("note").orElse(""), entries);
    }

    /** In another version of the data model a code may mean something else: 02 and 03 of U002 changed places. */
    private void requireValid(Fields list) {
        for (DocumentType sed : seds) {
            int version = order(list, sed.version());
            boolean early = list.text("valid-from").stream().anyMatch(from -> version < order(list, from));
            boolean late = list.text("valid-to").stream().anyMatch(to -> version > order(list, to));
            if (early || late) {
                throw list.wrong("the list does not hold for " + sed + "; use one that does");
            }
        }
    }

    /** Of two versions of the data model, as {@code 4.2}, the later one is greater. */
    private static int order(Fields list, String version) {
        if (!version.matches("\\d{1,2}\\.\\d{1,2}")) {
            throw list.wrong("a version such as 4.2 is wanted, not " + version);
        }
        String[] parts = version.split("\\.", -1);
        return 100 * Integer.parseInt(parts[0]) + Integer.parseInt(parts[1]);
    }
}
