package be.kruispunt.hub;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.buffer.file.FileCode;
import be.kruispunt.hub.command.Exit;
import be.kruispunt.model.outcome.RefusalCode;
import be.kruispunt.web.Health;
import be.kruispunt.web.Monitoring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What is written is what is so: documents and code agree. */
@Execution(ExecutionMode.CONCURRENT)
class DocumentationTest {
    private static final Path ROOT = Path.of(System.getProperty("kruispunt.root", "../.."));
    /** Said once on the page, for all commands that have them; init's ports are the settings'. */
    private static final Set<String> OF_MANY = Set.of("--help", "--version", "--json", "--data", "--amqp-port");

    /** As a log line begins, in a literal. */
    private static final Pattern EVENT = Pattern.compile("\"(KP\\d{4}) ");

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

    @Test
    void everyRefusalCodeStandsInTheReferenceAsTheCodeSaysIt() throws IOException {
        String reference = Files.readString(ROOT.resolve("docs/reference/refusals.md"));
        String[] rows = Arrays.stream(RefusalCode.values())
                .map(code -> "| `%s` | %s | %s | %s | %s |"
                        .formatted(
                                code,
                                code.step(),
                                code.meaning(),
                                code.remedy(),
                                code.isFinal() ? "yes" : "no: " + code.healedWhen()))
                .toArray(String[]::new);
        assertThat(reference.lines().filter(line -> line.startsWith("| `"))).containsExactly(rows);
    }

    @Test
    void everyCodeOfAFileStandsInTheSuppliersPageAsTheCodeSaysIt() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/suppliers.md"));
        assertThat(FileCode.values()).allSatisfy(code -> assertThat(page)
                .contains("| `%s` | %s | %s |".formatted(code, code.meaning(), code.remedy())));
    }

    @Test
    void everySettingStandsInTheReferenceWithItsDefault() throws IOException {
        String reference = Files.readString(ROOT.resolve("docs/operate/settings.md"));
        Settings.defaults().asMap().forEach((key, value) -> assertThat(reference)
                .contains("| `" + key + "` | " + (value.isEmpty() ? "|" : "`" + value + "` |")));
    }

    @Test
    void everyCommandStandsInTheReference() throws IOException {
        String reference = Files.readString(ROOT.resolve("docs/reference/commands.md"));
        assertThat(HelpTest.namesOfCommands())
                .allSatisfy(command -> assertThat(reference).contains("`" + command));
    }

    @Test
    void everyOptionOfACommandStandsInItsRow() throws IOException {
        List<String> rows = Files.readAllLines(ROOT.resolve("docs/reference/commands.md"));
        HelpTest.commands().forEach(command -> {
            String row = rows.stream()
                    .filter(line -> line.startsWith("| `" + HelpTest.words(command)))
                    .collect(Collectors.joining());
            assertThat(command.getCommandSpec().options().stream()
                            .map(option -> option.longestName())
                            .filter(option -> !OF_MANY.contains(option)))
                    .as("options of %s", HelpTest.words(command))
                    .allMatch(row::contains);
        });
    }

    @Test
    void everyExitCodeStandsInTheReferenceAsTheHelpSaysIt() throws IOException {
        assertThat(Files.readString(ROOT.resolve("docs/reference/commands.md")))
                .contains(Arrays.stream(Exit.values())
                        .map(exit -> "| " + exit.code() + " | " + exit.meaning() + " |")
                        .collect(Collectors.joining("\n", "|---|---|\n", "\n\n")));
    }

    @Test
    void everyEventOfTheLogStandsInItsPage_andNoOther() throws IOException {
        Set<String> said = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(ROOT)) {
            for (Path source : sources.filter(f -> f.toString().contains("/src/main/java/")
                            && f.toString().endsWith(".java"))
                    .toList()) {
                EVENT.matcher(Files.readString(source)).results().forEach(event -> said.add(event.group(1)));
            }
        }
        assertThat(Files.readAllLines(ROOT.resolve("docs/operate/log.md")).stream()
                        .filter(line -> line.startsWith("| `KP"))
                        .map(line -> line.substring(3, 9)))
                .containsExactlyElementsOf(said);
    }

    @Test
    void everyStateOfHealthStandsInItsPageAsTheCodeSaysIt_andEveryAddress() throws IOException {
        assertThat(Files.readString(ROOT.resolve("docs/operate/health.md")))
                .contains(Arrays.stream(Health.values())
                        .map(health -> "| `%s` | %d | %s |".formatted(health, health.httpStatus(), health.meaning()))
                        .collect(Collectors.joining("\n", "|---|---|---|\n", "\n\n")))
                .contains(Monitoring.operations(() -> Health.UP).stream()
                        .map(operation -> "| `" + operation.path() + "` | ")
                        .toList());
    }

    /** Whoever watches a hub is told of each line that is no good news what to do about it. */
    @Test
    void everyEventThatIsAnAlarmStandsInThePageOnWatching_byItsLevel() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/operate/health.md"));
        int morning = page.indexOf("Look in the morning");
        assertThat(events(page.substring(0, morning))).containsExactlyElementsOf(ofLevel("ERROR"));
        assertThat(events(page.substring(morning))).containsExactlyElementsOf(ofLevel("WARN"));
    }

    private static List<String> events(String page) {
        return page.lines()
                .filter(line -> line.startsWith("| `KP"))
                .map(line -> line.substring(3, 9))
                .toList();
    }

    private static List<String> ofLevel(String level) throws IOException {
        return events(Files.readAllLines(ROOT.resolve("docs/operate/log.md")).stream()
                .filter(line -> line.contains("| " + level + " |"))
                .collect(Collectors.joining("\n")));
    }

    @Test
    void everyLinkBetweenDocumentsLeadsSomewhere() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            Stream<Path> files =
                    Stream.concat(Stream.of(ROOT.resolve("README.md"), ROOT.resolve("CHANGELOG.md")), docs);
            for (Path file : files.filter(f -> f.toString().endsWith(".md")).toList()) {
                LINK.matcher(Files.readString(file))
                        .results()
                        .map((MatchResult link) -> file.resolveSibling(link.group(1)))
                        .forEach(target ->
                                assertThat(target).as("a link in %s", file).exists());
            }
        }
    }
}
