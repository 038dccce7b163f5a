package be.kruispunt.hub.register;

import be.kruispunt.access.Authorisation;
import be.kruispunt.access.Competence;
import be.kruispunt.access.DirectoryLine;
import be.kruispunt.access.Institution;
import be.kruispunt.access.Period;
import be.kruispunt.access.ReplacedNumber;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.message.DocumentType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The register as {@link RegisterFile} reads it.
 *
 * @param numbers whether persons' numbers are written out; else all but their check digits is masked
 */
public record RegisterText(boolean numbers) {
    /** The file's first lines. */
    public static List<String> head(long version) {
        return List.of(
                "# The register as it stands, version " + version + ". hub register apply reads this;",
                "# docs/reference/register.md explains every key.",
                "register: 1");
    }

    /** A section's lines: its key, and its items. */
    public static List<String> section(String key, List<Item> items) {
        if (items.isEmpty()) {
            return List.of("", key + ": []");
        }
        var lines = new ArrayList<String>(List.of("", key + ":"));
        items.forEach(item -> lines.addAll(lines(item)));
        return lines;
    }

    /** An item's lines in its section. */
    public static List<String> lines(Item item) {
        var lines = new ArrayList<String>();
        item.lines().forEach(line -> lines.add((lines.isEmpty() ? "  - " : "    ") + line));
        return lines;
    }

    /** An institution. */
    public Item of(Institution institution) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", institution.id().value());
        fields.put("name", institution.name());
        fields.put("network", institution.network().name());
        fields.put("sector", institution.sector());
        put(fields, institution.active());
        fields.put(
                "competences",
                institution.competences().stream().map(RegisterText::fields).toList());
        fields.put(
                "accepts",
                institution.accepts().stream().map(DocumentType::toString).toList());
        return new Item(fields, true);
    }

    private static Map<String, Object> fields(Competence competence) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("process", competence.process());
        fields.put("role", competence.role().name());
        put(fields, competence.period());
        return fields;
    }

    /** An authorisation. */
    public Item of(Authorisation authorisation) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("number", authorisation.number());
        fields.put("sender", authorisation.sender().value());
        fields.put("receiver", authorisation.receiver().value());
        fields.put("document", authorisation.documentCode());
        fields.put("purpose", authorisation.legalContext().value());
        fields.put("sender-qualities", sorted(authorisation.senderQualities()));
        fields.put("receiver-qualities", sorted(authorisation.receiverQualities()));
        fields.put("minimum-phase", authorisation.minimumPhase());
        if (!authorisation.rights().isEmpty()) {
            fields.put("rights", authorisation.rights().stream().sorted().toList());
        }
        put(fields, authorisation.period());
        return new Item(fields, true);
    }

    private static List<String> sorted(Collection<String> codes) {
        return codes.stream()
                .sorted(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** A directory line. */
    public Item of(DirectoryLine line) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("person", number(line.insz()));
        fields.put("institution", line.institution().value());
        fields.put("sector", line.sector());
        fields.put("quality", line.quality());
        fields.put("phase", line.phase());
        put(fields, line.period());
        return new Item(fields, false);
    }

    /** A replaced number. */
    public Item of(ReplacedNumber replaced) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("number", number(replaced.number()));
        fields.put("by", number(replaced.by()));
        return new Item(fields, false);
    }

    private String number(Insz insz) {
        return numbers ? insz.digits() : masked(insz.digits());
    }

    /** A number of which only the check digits can be read. */
    public static String masked(String digits) {
        return "*".repeat(Math.max(0, digits.length() - 2)) + digits.substring(Math.max(0, digits.length() - 2));
    }

    private static void put(Map<String, Object> fields, Period period) {
        fields.put("from", period.from().toString());
        period.to().ifPresent(to -> fields.put("to", to.toString()));
    }
}
