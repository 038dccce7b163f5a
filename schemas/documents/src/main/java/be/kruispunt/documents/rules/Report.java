package be.kruispunt.documents.rules;

import be.kruispunt.documents.folder.FolderLabels;
import be.kruispunt.documents.folder.Language;
import be.kruispunt.documents.xml.Elements;
import be.kruispunt.model.outcome.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.w3c.dom.Element;

/**
 * Turns the places that a rule finds into findings with box, path, line and words. A rule whose further findings would not be
 * told is ended where it stands: to look for them is work that a stranger could ask for without bound.
 */
public final class Report {
    private final Reading reading;
    private final Words words;
    private final Rule rule;
    private final Findings findings;

    private Report(Reading reading, Words words, Rule rule, Findings findings) {
        this.reading = reading;
        this.words = words;
        this.rule = rule;
        this.findings = findings;
    }

    /** In which words. */
    public record Words(FolderLabels labels, Language language) {
        public String find(String key) {
            return labels.find(language, key).orElse("");
        }
    }

    /**
     * The findings of these rules on this document, in the order of the rules.
     *
     * @param most how many are told, before one that says that there are more
     */
    public static List<Finding> of(Reading reading, List<Rule> rules, Words words, int most) {
        var findings = new Findings("RULE-MORE", most, words.find("rule.MORE.text"), words.find("rule.MORE.remedy"));
        for (Rule rule : rules) {
            if (!findings.areSettled(rule.severity())) {
                run(new Report(reading, words, rule, findings));
            }
        }
        return findings.list();
    }

    private static void run(Report report) {
        try {
            report.rule.check().run(report.reading, report);
        } catch (Enough e) {
            // What else it would find is not told.
        }
    }

    /** Here, and it is about what stands here. */
    void at(Element place) {
        at(place, Map.of());
    }

    /** Here, and it is about what stands, or should stand, at this path of the document. */
    void at(Element place, String path) {
        add(place, path, Map.of());
    }

    /** Here, with what the rule's words leave open. */
    void at(Element place, Map<String, String> values) {
        add(place, BoxNumbers.names(reading.payload(), place), values);
    }

    /** Here, and why: what a check said in English, which says more than the rule's words do. */
    void because(Element place, String problem) {
        add(() -> finding(place, words.language() == Language.EN ? problem : words.find(key("text"))));
    }

    private void add(Element place, String path, Map<String, String> values) {
        add(() -> finding(place, filled(words.find(key("text")), path, values)));
    }

    private void add(Supplier<Finding> finding) {
        findings.add(rule.severity(), finding);
        if (findings.areSettled(rule.severity())) {
            throw new Enough();
        }
    }

    private String key(String part) {
        return "rule." + rule.words() + "." + part;
    }

    private String filled(String text, String path, Map<String, String> values) {
        if (text.indexOf('{') < 0) {
            return text;
        }
        var all = new HashMap<>(values);
        all.put("box", reading.boxes().of(path));
        all.put("label", words.labels().of(words.language(), path).orElse(""));
        String filled = text;
        for (Map.Entry<String, String> value : all.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }

    private Finding finding(Element place, String message) {
        String box = reading.boxes().of(reading.payload(), place);
        return new Finding(
                rule.code(),
                rule.severity(),
                box.isEmpty() ? rule.box() : box,
                Elements.path(reading.payload(), place),
                Elements.line(place),
                message,
                words.find(key("remedy")));
    }

    /** Leads out of a rule, whatever it is in the middle of. */
    private static final class Enough extends RuntimeException {
        Enough() {
            super(null, null, false, false);
        }
    }
}
