package be.kruispunt.documents.rules;

import be.kruispunt.documents.xml.Elements;
import be.kruispunt.model.outcome.Finding;
import java.util.List;
import org.w3c.dom.Element;

/**
 * Turns the places that a rule finds into findings with box, path and line. A rule whose further findings would not be
 * told is ended where it stands: to look for them is work that a stranger could ask for without bound.
 */
public final class Report {
    private final Reading<?> reading;
    private final Rule<?> rule;
    private final Findings findings;

    private Report(Reading<?> reading, Rule<?> rule, Findings findings) {
        this.reading = reading;
        this.rule = rule;
        this.findings = findings;
    }

    /**
     * The findings of these rules on this document, in the order of the rules.
     *
     * @param most how many are told, before one that says that there are more
     */
    public static <T> List<Finding> of(Reading<T> reading, List<Rule<T>> rules, int most) {
        var findings = new Findings("RULE-MORE", most);
        for (Rule<T> rule : rules) {
            if (!findings.areSettled(rule.severity())) {
                run(rule, reading, findings);
            }
        }
        return findings.list();
    }

    private static <T> void run(Rule<T> rule, Reading<T> reading, Findings findings) {
        try {
            rule.check().run(reading, new Report(reading, rule, findings));
        } catch (Enough e) {
            // What else it would find is not told.
        }
    }

    void at(Element place) {
        at(place, rule.message());
    }

    void at(Element place, String message) {
        findings.add(rule.severity(), () -> finding(place, message));
        if (findings.areSettled(rule.severity())) {
            throw new Enough();
        }
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
                rule.remedy());
    }

    /** Leads out of a rule, whatever it is in the middle of. */
    private static final class Enough extends RuntimeException {
        Enough() {
            super(null, null, false, false);
        }
    }
}
