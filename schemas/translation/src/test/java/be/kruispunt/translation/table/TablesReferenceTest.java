package be.kruispunt.translation.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.message.DocumentType;
import be.kruispunt.translation.Translator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The reference of the pairs is their tables, row by row; {@code -Dkruispunt.print=true} prints it anew. */
class TablesReferenceTest {
    private static final java.nio.file.Path PAGE =
            java.nio.file.Path.of("..", "..", "docs", "reference", "translation-tables.md");

    private static final String HEAD =
            """
            # The tables of translation

            Printed from the tables (`mvn test -Dtest=TablesReferenceTest -Dkruispunt.print=true`), which are read in both directions;
            how to read them is told in [translation](translation.md). A row that is read from one side only says so. Rows of one
            place are asked in their order, and the first that can takes the value. A path starts at the element of the row above that
            has one \u203a less; `.` is that element.
            """;

    private static String file(String name) {
        try (InputStream in = Objects.requireNonNull(Translator.class.getResourceAsStream("tables/" + name), name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void thePage_isThatOfTheTables() throws IOException {
        String page = HEAD
                + file("index.txt")
                        .lines()
                        .map(line -> line.split(" ", -1))
                        .map(words -> table(new TableReader(TablesReferenceTest::file).read(words[0]), words[2]))
                        .collect(Collectors.joining());
        if (Boolean.getBoolean("kruispunt.print")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static String table(Table table, String direction) {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add("## " + names(table.documents(Side.FORM)) + (direction.equals(">") ? " > " : " <> ")
                + names(table.documents(Side.SED)));
        for (Side side : Side.values()) {
            if (!table.when(side).isEmpty()) {
                lines.add("For a " + names(table.documents(side)) + " with " + conditions(table.when(side)) + ".");
                lines.add("");
            }
        }
        lines.add("| Form | SED | What becomes of it |");
        lines.add("|---|---|---|");
        table.rows().forEach(row -> row(row, "", lines));
        table.copies().forEach((code, rows) -> {
            lines.add("| | | **repeated in " + code + ":** |");
            rows.forEach(row -> row(row, "", lines));
        });
        return String.join("\n", lines) + "\n";
    }

    private static String names(List<DocumentType> types) {
        return types.stream().map(DocumentType::toString).collect(Collectors.joining(" + "));
    }

    private static void row(Row row, String depth, List<String> lines) {
        lines.add("| " + place(row, Side.FORM, depth) + " | " + place(row, Side.SED, depth) + " | "
                + (what(row) + when(row)).replace("|", "\\|") + " |");
        if (row.act() instanceof Row.Group(var rows)) {
            rows.forEach(each -> row(each, depth + "\u203a ", lines));
        }
    }

    private static String place(Row row, Side side, String depth) {
        return row.path(side).map(path -> depth + "`" + path + "`").orElse("");
    }

    private static String what(Row row) {
        return switch (row.act()) {
            case Row.Carry(var codes) ->
                codes.map(list -> "by list " + list.name()).orElse("carried");
            case Row.Group _ -> "each:";
            case Row.Told(var by, var reason) ->
                "told by " + (by.equals(Path.HERE) ? "its element" : "`" + by + "`") + ": " + reason;
            case Row.Lost(var reason) -> "lost: " + reason;
            case Row.Values(var form, var sed, var reason) ->
                "`" + form + "` for " + (sed.isEmpty() ? "any" : "`" + sed + "`") + ": " + reason;
            case Row.Fixed fixed ->
                fixed.header()
                        .map(header -> "from the header: "
                                + header.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .orElse("`" + fixed.value() + "`, where nothing else was written");
            case Row.Spread(var to) ->
                "beside each " + to.stream().map(path -> "`" + path + "`").collect(Collectors.joining(", "));
            case Row.Join join -> "joined, up to " + join.limit() + " characters: " + join.joined();
        };
    }

    private static String when(Row row) {
        var text = new StringBuilder();
        for (Side side : Side.values()) {
            if (!row.when(side).isEmpty()) {
                text.append("; read from the ")
                        .append(word(side))
                        .append(" with ")
                        .append(conditions(row.when(side)));
            }
            String of = row.of(side);
            if (of != null) {
                text.append("; of those of the ")
                        .append(word(side))
                        .append(" the one of `")
                        .append(of)
                        .append('`');
            }
        }
        row.only().ifPresent(side -> text.append("; only from the ").append(word(side)));
        if (row.pick() != null) {
            text.append("; where `").append(row.pick()).append("` finds one");
        }
        return text.toString();
    }

    private static String word(Side side) {
        return side == Side.FORM ? "form" : "SED";
    }

    private static String conditions(List<Condition> conditions) {
        return conditions.stream().map(TablesReferenceTest::condition).collect(Collectors.joining(" and "));
    }

    private static String condition(Condition condition) {
        String path = condition.path().isEmpty() ? "it" : "`" + String.join("/", condition.path()) + "`";
        if (condition.values().isEmpty()) {
            return (condition.holds() ? "" : "no ") + path;
        }
        return path
                + (condition.holds() ? " = " : " other than ")
                + condition.values().stream().sorted().collect(Collectors.joining(" or "));
    }
}
