package be.kruispunt.documents;

import static be.kruispunt.model.outcome.Severity.ERROR;
import static be.kruispunt.model.outcome.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.documents.rules.Findings;
import be.kruispunt.model.outcome.Finding;
import be.kruispunt.model.outcome.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many findings are told. */
class FindingsTest {
    private static Finding finding(Severity severity) {
        return new Finding("A-RULE", severity, "", "", 1, "", "");
    }

    private static List<Finding> list(int warnings, int errors) {
        var findings = new Findings("RULE-MORE", 500, "more", "send again");
        for (int i = 0; i < warnings; i++) {
            findings.add(WARNING, () -> finding(WARNING));
        }
        for (int i = 0; i < errors; i++) {
            findings.add(ERROR, () -> finding(ERROR));
        }
        return findings.list();
    }

    @Test
    void fiveHundredAreAllTold() {
        assertThat(list(250, 250)).hasSize(500).noneMatch(found -> found.code().equals("RULE-MORE"));
    }

    @Test
    void anErrorThatIsNotTold_stopsTheDocumentAllTheSame() {
        assertThat(list(500, 1)).hasSize(501).last().returns(true, Finding::isError);
        assertThat(list(501, 0)).hasSize(501).noneMatch(Finding::isError);
        assertThat(list(502, 0).getLast().code()).isEqualTo("RULE-MORE");
    }

    @Test
    void aDocumentThatBreaksItsRulesEverywhere_getsABoundedList() {
        String bad = "<InsuredEmployment><from>2024-02-01</from><to>2024-01-01</to></InsuredEmployment>";
        List<Finding> findings = Fixture.findings(Fixture.sample(Kind.U1, "<Periods>", "<Periods>" + bad.repeat(1900)));
        assertThat(findings).hasSize(501).last().returns("RULE-MORE", Finding::code);
        assertThat(findings.getFirst().code()).doesNotStartWith("SCHEMA");
    }
}
