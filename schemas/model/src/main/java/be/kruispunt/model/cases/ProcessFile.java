package be.kruispunt.model.cases;

import static be.kruispunt.model.cases.CaseRole.CASE_OWNER;
import static be.kruispunt.model.cases.CaseRole.COUNTERPARTY;

import be.kruispunt.model.cases.BusinessProcess.Parties;
import be.kruispunt.model.cases.BusinessProcess.Reply;
import be.kruispunt.model.cases.BusinessProcess.Timer;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads a file of processes: a line for each question that {@link BusinessProcess} answers, {@code <process>.<question> =
 * words}. A line that is left out says: none.
 */
final class ProcessFile {
    private static final Pattern TIMER = Pattern.compile("(\\w+) (\\d+) days after (\\w+)");

    private final String id;
    private final Map<String, String> lines;

    private ProcessFile(String id, Map<String, String> lines) {
        this.id = id;
        this.lines = new HashMap<>(lines);
    }

    /**
     * Every process of a file beside this class.
     *
     * @throws IllegalStateException when a line asks what nobody answers, or names an act that the process does not have
     */
    static List<BusinessProcess> read(String file) {
        var properties = new Properties();
        try (var in = ProcessFile.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the class path");
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read(properties);
    }

    static List<BusinessProcess> read(Properties properties) {
        var byProcess = new HashMap<String, Map<String, String>>();
        for (String key : properties.stringPropertyNames()) {
            int dot = key.indexOf('.');
            byProcess
                    .computeIfAbsent(key.substring(0, Math.max(0, dot)), none -> new HashMap<>())
                    .put(key.substring(dot + 1), properties.getProperty(key).strip());
        }
        var processes = new ArrayList<BusinessProcess>();
        byProcess.forEach((id, lines) -> processes.add(new ProcessFile(id, lines).process()));
        return processes;
    }

    private BusinessProcess process() {
        var flags = new EnumMap<Flag, Set<String>>(Flag.class);
        for (Flag flag : Flag.values()) {
            flags.put(flag, words(flag.key()));
        }
        var process = new BusinessProcess(
                id,
                text("name"),
                Parties.valueOf(text("parties").toUpperCase(Locale.ROOT)),
                words("starters"),
                Map.of(
                        CASE_OWNER, both("owner", "owner.horizontal"),
                        COUNTERPARTY, both("counterparty", "counterparty.horizontal")),
                Map.of(
                        CASE_OWNER, words("owner.administrative"),
                        COUNTERPARTY, words("counterparty.administrative")),
                words("answers").stream().map(this::reply).toList(),
                flags,
                words("exclusive"),
                Optional.ofNullable(lines.remove("timer")).map(this::timer));
        require(lines.isEmpty(), "asks what nobody answers: " + new TreeSet<>(lines.keySet()));
        check(process);
        return process;
    }

    private void check(BusinessProcess process) {
        var acts = new HashSet<>(process.acts(CASE_OWNER));
        require(acts.containsAll(process.starters()), "has a starter that its owner may not send");
        require(process.starters().containsAll(process.exclusive()), "shuts out what is no starter");
        acts.addAll(process.acts(COUNTERPARTY));
        var named = new HashSet<String>();
        process.replies().forEach(reply -> named.addAll(List.of(reply.question(), reply.answer())));
        process.flags().values().forEach(named::addAll);
        process.timer().ifPresent(timer -> named.add(timer.after()));
        named.removeAll(acts);
        require(named.isEmpty(), "names acts that nobody may send: " + new TreeSet<>(named));
        process.administrative()
                .values()
                .forEach(codes ->
                        require(Administrative.CODES.containsAll(codes), "has an unknown administrative document"));
    }

    private Set<String> both(String one, String other) {
        var both = new HashSet<>(words(one));
        both.addAll(words(other));
        return Set.copyOf(both);
    }

    private Set<String> words(String question) {
        return Arrays.stream(
                        Optional.ofNullable(lines.remove(question)).orElse("").split("\\s+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private String text(String question) {
        String text = lines.remove(question);
        require(text != null && !text.isEmpty(), "does not say its " + question);
        return text == null ? "" : text;
    }

    private Reply reply(String pair) {
        int arrow = pair.indexOf('>');
        require(arrow > 0, "has an answer without its question: " + pair);
        return new Reply(pair.substring(0, arrow), pair.substring(arrow + 1));
    }

    private Timer timer(String text) {
        Matcher matcher = TIMER.matcher(text);
        require(matcher.matches() && matcher.group(1).equals(Administrative.CLOSE), "has a timer that closes nothing");
        return new Timer(matcher.group(1), matcher.group(3), Duration.ofDays(Long.parseLong(matcher.group(2))));
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException("the process " + id + " " + otherwise);
        }
    }
}
