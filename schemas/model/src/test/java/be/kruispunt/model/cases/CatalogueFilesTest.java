package be.kruispunt.model.cases;

import static be.kruispunt.model.cases.CaseRole.CASE_OWNER;
import static be.kruispunt.model.cases.CaseRole.COUNTERPARTY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.kruispunt.model.cases.BusinessProcess.Parties;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of processes say what the catalogue says. */
class CatalogueFilesTest {
    private final ProcessCatalogue catalogue = ProcessCatalogue.standard();

    @Test
    void theFilesAreThoseThatTheCatalogueMakes() throws IOException {
        for (Map.Entry<String, String> file : CatalogueFiles.all().entrySet()) {
            try (var in = ProcessFile.class.getResourceAsStream(file.getKey())) {
                assertThat(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8))
                        .as(file.getKey())
                        .isEqualTo(file.getValue());
            }
        }
    }

    @Test
    void everyProcessOfTheCatalogueIsThere_asTheCatalogueHasIt() throws IOException {
        Map<String, JsonNode> processes = CatalogueFiles.asMap(CatalogueFiles.catalogue());
        assertThat(processes).hasSize(99);
        assertThat(catalogue.ids()).containsAll(processes.keySet()).hasSize(99 + 11);
        processes.forEach((id, facts) -> {
            BusinessProcess process = catalogue.find(id).orElseThrow();
            assertThat(process.starters()).as(id).isEqualTo(acts(facts, "starters"));
            assertThat(process.acts(CASE_OWNER))
                    .as(id)
                    .isEqualTo(acts(facts, "caseOwnerCreates", "horizontalCaseOwner"));
            assertThat(process.acts(COUNTERPARTY))
                    .as(id)
                    .isEqualTo(acts(facts, "counterpartyCreates", "horizontalCounterparty"));
            assertThat(process.administrative(CASE_OWNER)).as(id).isEqualTo(acts(facts, "adminCaseOwner"));
            assertThat(process.administrative(COUNTERPARTY)).as(id).isEqualTo(acts(facts, "adminCounterparty"));
            assertThat(process.replies().stream()
                            .map(reply -> reply.question() + ">" + reply.answer())
                            .toList())
                    .as(id)
                    .containsExactlyInAnyOrderElementsOf(CatalogueFiles.texts(facts.path("replyPairs")));
            assertThat(process.parties() == Parties.TWO)
                    .as(id)
                    .isEqualTo(facts.path("multilateral").asText().equals("false"));
            assertThat(process
                            .timer()
                            .map(timer -> timer.act() + ":" + timer.idle().toDays() + "d")
                            .stream()
                            .toList())
                    .as(id)
                    .isEqualTo(CatalogueFiles.texts(facts.path("timers")));
            CatalogueFiles.asMap(facts.path("sedFlags"))
                    .forEach((act, flags) ->
                            assertThat(flags(process, act)).as(id + " " + act).isEqualTo(flags.asText()));
        });
    }

    private static Set<String> acts(JsonNode facts, String... lists) {
        var acts = new HashSet<String>();
        for (String list : lists) {
            acts.addAll(CatalogueFiles.texts(facts.path(list)));
        }
        return acts;
    }

    /** In the catalogue's letters. */
    private static String flags(BusinessProcess process, String act) {
        var flags = new StringBuilder();
        Map<Flag, String> letters =
                Map.of(Flag.ATTACH, "@", Flag.CLARIFY, "C", Flag.INVALIDATE, "I", Flag.REJECT, "J", Flag.UPDATE, "U");
        for (Flag flag : List.of(Flag.ATTACH, Flag.CLARIFY, Flag.INVALIDATE, Flag.REJECT, Flag.UPDATE)) {
            flags.append(process.has(flag, act) ? letters.get(flag) : "");
        }
        return flags.toString();
    }

    @Test
    void whoMistypesAProcess_isShownThoseThatBeginAlike() {
        assertThat(catalogue.alike("UB_BUC_09")).containsExactly("UB_BUC_01", "UB_BUC_02", "UB_BUC_03", "UB_BUC_04");
        assertThat(catalogue.alike("XX"))
                .contains("BL1", "GSS", "LA_...", "PD_...")
                .hasSize(12);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "P.startrs = A1|asks what nobody answers: [startrs]",
                "P.answers = A1>A9|names acts that nobody may send: [A9]",
                "P.answers = A1|has an answer without its question: A1",
                "P.updatable = A9|names acts that nobody may send: [A9]",
                "P.exclusive = A2|shuts out what is no starter",
                "P.starters = A1 A9|has a starter that its owner may not send",
                "P.owner.administrative = X099|has an unknown administrative document",
                "P.timer = X001 soon|has a timer that closes nothing",
                "P.name = |does not say its name"
            })
    void aFileThatCannotBeMeant_isNotRead(String line, String reason) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(
                "P.name = invented\nP.parties = two\nP.starters = A1\nP.owner = A1\nP.counterparty = A2\n" + line));
        assertThatThrownBy(() -> ProcessFile.read(properties))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the process P " + reason);
    }
}
