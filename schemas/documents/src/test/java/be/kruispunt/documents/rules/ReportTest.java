package be.kruispunt.documents.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.documents.IncomingDocument;
import be.kruispunt.documents.MessageReader;
import be.kruispunt.documents.Samples;
import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.documents.xml.Limits;
import be.kruispunt.documents.xml.Unreadable;
import be.kruispunt.model.outcome.Finding;
import be.kruispunt.model.outcome.Severity;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** How far rules run, and what places they may name. */
class ReportTest {
    private final AtomicInteger looked = new AtomicInteger();
    private final Reading<String> reading = reading();

    private static Reading<String> reading() {
        try {
            IncomingDocument message =
                    new MessageReader(DocumentCatalogue.standard(), Limits.STANDARD).read(Samples.template(Kind.U1));
            Element schema =
                    message.payload().getOwnerDocument().createElementNS("http://www.w3.org/2001/XMLSchema", "schema");
            Element root = (Element)
                    schema.appendChild(schema.getOwnerDocument().createElementNS(schema.getNamespaceURI(), "element"));
            root.setAttribute("name", "U1");
            return new Reading<>("", message.payload(), BoxNumbers.of(schema), message.header());
        } catch (Unreadable e) {
            throw new AssertionError(e);
        }
    }

    /** Would find so much, and counts how often it is let look. */
    private Rule<String> rule(Severity severity, int places) {
        return new Rule<>("A-" + severity, severity, "", "wrong", "correct it", (at, report) -> {
            for (int i = 0; i < places; i++) {
                looked.incrementAndGet();
                report.at(at.payload());
            }
        });
    }

    private List<Finding> findings(List<Rule<String>> rules) {
        return Report.of(reading, rules, 500);
    }

    @Test
    void aRuleIsEnded_whereItsFindingsAreNoLongerTold() {
        assertThat(findings(List.of(rule(Severity.ERROR, 20_000)))).hasSize(501);
        assertThat(looked).hasValue(501);
    }

    @Test
    void rulesAfterItAreNotRun() {
        Rule<String> rule = rule(Severity.ERROR, 20_000);
        assertThat(findings(List.of(rule, rule, rule))).hasSize(501);
        assertThat(looked).hasValue(501);
    }

    @Test
    void anErrorAfterWarningsWithoutEnd_isFoundAllTheSame() {
        Rule<String> warning = rule(Severity.WARNING, 20_000);
        List<Finding> findings = findings(List.of(warning, warning, rule(Severity.ERROR, 20_000), warning));
        assertThat(findings).hasSize(501).last().returns("RULE-MORE", Finding::code);
        assertThat(findings.getLast().isError()).isTrue();
        assertThat(looked).hasValue(502);
    }

    @Test
    void aPathThatTheSchemaDoesNotDeclare_isAMistakeOfTheRule() {
        assertThatThrownBy(() -> reading.place("Periodes"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/U1/Periodes");
        assertThatThrownBy(() -> reading.child("Periodes")).isInstanceOf(IllegalArgumentException.class);
    }
}
