package be.kruispunt.hub;

import static be.kruispunt.hub.Ran.run;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.hub.sample.DemonstrationRegister;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.UUID;

/** What {@code hub case} says of a case that a U1 opened, and of one that there is not. */
final class CaseStands {
    private CaseStands() {}

    static void check(String caseId, String data) throws IOException {
        Ran standing = run("case", caseId, "--data", data);
        assertThat(standing.exit()).as(standing.err()).isZero();
        assertThat(standing.out())
                .contains("  PD_U1  Portable document U1", "LU:0053  case owner", "BE:0206737484  counterparty")
                .contains("LU:0053 to BE:0206737484", "LU:0053  nothing")
                .contains("LU:0053  U1: it was sent already", "BE:0206737484  U1: it is for LU:0053 to send")
                .doesNotContain(DemonstrationRegister.KNOWN_TO_BOTH.digits());
        assertThat(run("case", caseId, "--lang", "nl", "--data", data).out())
                .contains("LU:0053  eigenaar van het dossier", "U1: het is aan LU:0053 om dit te verzenden");
        JsonNode owner = run("case", caseId, "--data", data, "--json")
                .json()
                .path("cases")
                .get(0)
                .path("next")
                .get(0);
        assertThat(owner.path("institution").asText()).isEqualTo("LU:0053");
        assertThat(owner.path("allowed")).isEmpty();
        assertThat(owner.path("refused").path("U1").path("code").asText()).isEqualTo("SentAlready");
        assertThat(run("case", UUID.randomUUID().toString(), "--data", data))
                .returns(1, Ran::exit)
                .extracting(Ran::out)
                .asString()
                .contains("no case of this name");
    }
}
