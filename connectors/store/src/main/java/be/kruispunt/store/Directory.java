package be.kruispunt.store;

import be.kruispunt.access.DirectoryExtract;
import be.kruispunt.access.DirectoryLine;
import be.kruispunt.model.id.Insz;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the directory says on the persons of a batch, from which each message gets what is about its own persons. */
final class Directory {
    private final DirectoryExtract all;
    private final Map<Insz, List<DirectoryLine>> lines;
    private final Map<Insz, List<Map.Entry<Insz, Insz>>> replacements;

    Directory(DirectoryExtract all) {
        this.all = all;
        this.lines = all.lines().stream().collect(Collectors.groupingBy(line -> all.present(line.insz())));
        this.replacements = all.replacedBy().entrySet().stream()
                .collect(Collectors.groupingBy(entry -> all.present(entry.getKey())));
    }

    DirectoryExtract on(Set<Insz> persons) {
        var ofPersons = new ArrayList<DirectoryLine>();
        var replacedBy = new HashMap<Insz, Insz>();
        persons.stream().map(all::present).distinct().forEach(person -> {
            ofPersons.addAll(lines.getOrDefault(person, List.of()));
            replacements
                    .getOrDefault(person, List.of())
                    .forEach(entry -> replacedBy.put(entry.getKey(), entry.getValue()));
        });
        return new DirectoryExtract(ofPersons, replacedBy);
    }
}
