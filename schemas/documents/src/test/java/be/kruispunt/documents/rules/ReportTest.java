package be.kruispunt.documents.rules;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.documents.IncomingDocument;
import be.kruispunt.documents.MessageReader;
import be.kruispunt.documents.Samples;
import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.documents.folder.DocumentFolder;
import be.kruispunt.documents.folder.FolderReader;
import be.kruispunt.documents.folder.Language;
import be.kruispunt.documents.folder.Shelf;
import be.kruispunt.documents.xml.Limits;
import be.kruispunt.documents.xml.Unreadable;
import be.kruispunt.model.outcome.Finding;
import be.kruispunt.model.outcome.Severity;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How far rules run. */
class ReportTest {
    private final AtomicInteger looked = new AtomicInteger();
    private final DocumentFolder folder = new FolderReader(Shelf.archive()).read(DocumentCatalogue.U1_1_0);
    private final Reading reading = reading();

    private Reading reading() {
        try {
            IncomingDocument message =
                    new MessageReader(DocumentCatalogue.standard(), Limits.STANDARD).read(Samples.template(Kind.U1));
            return Reading.of(message.payload(), message.header(), folder, BoxNumbers.of(folder.boxes()));
        } catch (Unreadable e) {
            throw new AssertionError(e);
        }
    }

    /** Would find so much, and counts how often it is let look. */
    private Rule rule(Severity severity, int places) {
        return new Rule("A-" + severity, "MORE", severity, "", (at, report) -> {
            for (int i = 0; i < places; i++) {
                looked.incrementAndGet();
                report.at(at.payload());
            }
        });
    }

    private List<Finding> findings(List<Rule> rules) {
        return Report.of(reading, rules, new Report.Words(folder.labels(), Language.EN), 500);
    }

    @Test
    void aRuleIsEnded_whereItsFindingsAreNoLongerTold() {
        assertThat(findings(List.of(rule(Severity.ERROR, 20_000)))).hasSize(501);
        assertThat(looked).hasValue(501);
    }

    @Test
    void rulesAfterItAreNotRun() {
        Rule rule = rule(Severity.ERROR, 20_000);
        assertThat(findings(List.of(rule, rule, rule))).hasSize(501);
        assertThat(looked).hasValue(501);
    }

    @Test
    void anErrorAfterWarningsWithoutEnd_isFoundAllTheSame() {
        Rule warning = rule(Severity.WARNING, 20_000);
        List<Finding> findings = findings(List.of(warning, warning, rule(Severity.ERROR, 20_000), warning));
        assertThat(findings).hasSize(501).last().returns("RULE-MORE", Finding::code);
        assertThat(findings.getLast().isError()).isTrue();
        assertThat(looked).hasValue(502);
    }
}
