package be.kruispunt.model.cases;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** The business processes that the hub knows. Adding one is adding its lines to {@code processes.properties}. */
public final class ProcessCatalogue {
    private final Map<String, BusinessProcess> processes;

    private ProcessCatalogue(Map<String, BusinessProcess> processes) {
        this.processes = Map.copyOf(processes);
    }

    /** The catalogue that comes with the hub. */
    public static ProcessCatalogue standard() {
        var properties = new Properties();
        try (var in = ProcessCatalogue.class.getResourceAsStream("processes.properties")) {
            if (in == null) {
                throw new IllegalStateException("processes.properties is missing from the class path");
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var processes = new HashMap<String, BusinessProcess>();
        for (String id : words(properties, "processes")) {
            processes.put(id, read(id, properties));
        }
        return new ProcessCatalogue(processes);
    }

    public Optional<BusinessProcess> find(String id) {
        return Optional.ofNullable(processes.get(id));
    }

    /** Every process id. */
    public Set<String> ids() {
        return processes.keySet();
    }

    private static BusinessProcess read(String id, Properties properties) {
        List<BusinessProcess.Reply> replies = words(properties, id + ".replies").stream()
                .map(pair -> new BusinessProcess.Reply(
                        pair.substring(0, pair.indexOf('>')), pair.substring(pair.indexOf('>') + 1)))
                .toList();
        return new BusinessProcess(
                id,
                words(properties, id + ".starters"),
                words(properties, id + ".owner"),
                words(properties, id + ".counterparty"),
                replies,
                words(properties, id + ".updates"),
                words(properties, id + ".exclusive"));
    }

    private static Set<String> words(Properties properties, String key) {
        return Arrays.stream(properties.getProperty(key, "").split("\\s+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
