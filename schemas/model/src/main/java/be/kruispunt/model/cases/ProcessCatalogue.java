package be.kruispunt.model.cases;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The business processes that the hub knows. Those of EESSI stand in a file per sector, made from the catalogue of processes
 * (CDM 4.2) and not changed by hand; all others in {@code forms.properties}.
 */
public final class ProcessCatalogue {
    private static final List<String> FILES = List.of("forms", "AW", "FB", "H", "LA", "M", "P", "R", "S", "UB");

    private final Map<String, BusinessProcess> processes;

    private ProcessCatalogue(Map<String, BusinessProcess> processes) {
        this.processes = Map.copyOf(processes);
    }

    /** The catalogue that comes with the hub. */
    public static ProcessCatalogue standard() {
        var processes = new HashMap<String, BusinessProcess>();
        for (String file : FILES) {
            for (BusinessProcess process : ProcessFile.read(file + ".properties")) {
                if (processes.put(process.id(), process) != null) {
                    throw new IllegalStateException(process.id() + " stands in two files");
                }
            }
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

    /** For who gave an id that there is not: those that begin alike, or else what ids begin with. */
    public SortedSet<String> alike(String id) {
        var alike = new TreeSet<String>();
        ids().stream().filter(known -> beginning(known).equals(beginning(id))).forEach(alike::add);
        if (alike.isEmpty()) {
            ids().forEach(known -> alike.add(beginning(known)));
        }
        return alike;
    }

    private static String beginning(String id) {
        int line = id.indexOf('_');
        return line < 0 ? id : id.substring(0, line + 1) + "...";
    }
}
