package be.kruispunt.model.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Makes the files of EESSI's processes from the catalogue, which stands beside this class. To make them anew:
 * {@code java -cp <test class path> be.kruispunt.model.cases.CatalogueFiles schemas/model/src/main/resources/be/kruispunt/model/cases}.
 */
final class CatalogueFiles {
    private static final String HEADING =
            """
            # Business processes of EESSI, sector %s (CDM %s): who may send what, and when. A line per question of BusinessProcess.
            # Made by CatalogueFiles (in the tests) from buc-catalogue.json, whose facts are from the migration definitions that the
            # European Commission published under EUPL-1.2. Not changed by hand: a test holds it to the catalogue.
            """;

    /** EESSI's migration notes: U001 and U001CB exclude each other once sent. */
    private static final Map<String, String> EXCLUSIVE = Map.of("UB_BUC_01", "U001 U001CB");

    /**
     * Since when a timer runs, which the catalogue does not say. From the reasons that X001 has for closing: 08 determination
     * final, 09 relevant information, 10 notice of posting, 11 notice of legislation, 12 reply to a request for information.
     */
    private static final Map<String, String> TIMER_AFTER = Map.of(
            "LA_BUC_02", "A003",
            "LA_BUC_03", "A008",
            "LA_BUC_04", "A009",
            "LA_BUC_05", "A010",
            "LA_BUC_06", "A006");

    private CatalogueFiles() {}

    /** Writes the files into the folder that is named. */
    public static void main(String[] arguments) throws IOException {
        for (Map.Entry<String, String> file : all().entrySet()) {
            Files.writeString(Path.of(arguments[0], file.getKey()), file.getValue());
        }
    }

    /** The catalogue as it came. */
    static JsonNode catalogue() throws IOException {
        try (InputStream in = resource("buc-catalogue.json")) {
            return new ObjectMapper().readTree(in);
        }
    }

    /** Name to text of every file. */
    static Map<String, String> all() throws IOException {
        JsonNode catalogue = catalogue();
        var names = new Properties();
        try (Reader in = new InputStreamReader(resource("names.properties"), StandardCharsets.UTF_8)) {
            names.load(in);
        }
        var files = new TreeMap<String, StringBuilder>();
        for (Map.Entry<String, JsonNode> process : new TreeMap<>(asMap(catalogue)).entrySet()) {
            String id = process.getKey();
            String sector = id.substring(0, id.indexOf('_'));
            StringBuilder file = files.computeIfAbsent(
                    sector + ".properties",
                    none -> new StringBuilder(HEADING.formatted(
                            sector, process.getValue().path("version").asText())));
            file.append('\n');
            lines(id, names.getProperty(id), process.getValue()).forEach((question, answer) -> {
                if (!answer.isEmpty()) {
                    file.append("%s.%s = %s\n".formatted(id, question, answer));
                }
            });
        }
        var texts = new TreeMap<String, String>();
        files.forEach((name, text) -> texts.put(name, text.toString()));
        return texts;
    }

    private static Map<String, String> lines(String id, String name, JsonNode process) {
        var lines = new LinkedHashMap<String, String>();
        lines.put("name", name);
        lines.put("parties", process.path("multilateral").asText().equals("false") ? "two" : "several");
        lines.put("starters", words(process, "starters"));
        lines.put("owner", words(process, "caseOwnerCreates"));
        lines.put("owner.horizontal", words(process, "horizontalCaseOwner"));
        lines.put("owner.administrative", words(process, "adminCaseOwner"));
        lines.put("counterparty", words(process, "counterpartyCreates"));
        lines.put("counterparty.horizontal", words(process, "horizontalCounterparty"));
        lines.put("counterparty.administrative", words(process, "adminCounterparty"));
        lines.put("answers", words(process, "replyPairs"));
        lines.put("updatable", flagged(process, "U"));
        lines.put("invalidatable", flagged(process, "I"));
        lines.put("rejectable", flagged(process, "J"));
        lines.put("clarifiable", flagged(process, "C"));
        lines.put("attachments", flagged(process, "@"));
        lines.put("exclusive", EXCLUSIVE.getOrDefault(id, ""));
        lines.put(
                "timer",
                texts(process.path("timers")).stream()
                        .map(timer -> timer.replaceFirst("(\\w+):(\\d+)d", "$1 $2 days after " + TIMER_AFTER.get(id)))
                        .collect(Collectors.joining(" ")));
        return lines;
    }

    private static String words(JsonNode process, String question) {
        return String.join(" ", new TreeSet<>(texts(process.path(question))));
    }

    private static String flagged(JsonNode process, String flag) {
        return asMap(process.path("sedFlags")).entrySet().stream()
                .filter(one -> Arrays.asList(one.getValue().asText().split("")).contains(flag))
                .map(Map.Entry::getKey)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    static Map<String, JsonNode> asMap(JsonNode object) {
        return object.properties().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(CatalogueFiles.class.getResourceAsStream(name), name);
    }
}
