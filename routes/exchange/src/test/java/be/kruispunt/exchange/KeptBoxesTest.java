package be.kruispunt.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.cases.CaseFile;
import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.outcome.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeptBoxesTest {
    private static final Map<String, String> BOXES = Map.of("2.1", "Peeters", "4.1", "true", "4.2", "");

    private static CaseFile file(CaseId id, Map<String, String> kept) {
        CaseFile opening = CaseFile.opening(id, "BL1", Given.CNS, List.of(Given.RVA), Set.of());
        return new CaseFile(
                id, "BL1", Given.CNS, opening.participants(), Set.of(), List.of(), kept, Optional.empty(), 1);
    }

    private static CaseFile file(CaseId id) {
        return file(id, KeptBoxes.digests(id, BOXES));
    }

    private static List<String> changed(Map<String, String> repeated) {
        return KeptBoxes.changed(file(new CaseId(UUID.randomUUID())), repeated, Map.of()).stream()
                .map(Finding::box)
                .toList();
    }

    @Test
    void repeatedAsTheyWere_nothingIsFound() {
        assertThat(changed(BOXES)).isEmpty();
    }

    @Test
    void aChangedARemovedAndAnAddedBox_areEachNamed() {
        assertThat(changed(Map.of("2.1", "Wagner", "4.2", "", "5.1", "new"))).containsExactly("2.1", "4.1", "5.1");
    }

    @Test
    void aBoxThatWasEmptyAndIsFilledIn_isNamed() {
        assertThat(changed(Map.of("2.1", "Peeters", "4.1", "true", "4.2", "2027-01-01")))
                .containsExactly("4.2");
    }

    @Test
    void aBoxThatRepeatsAnotherNumberOfTheSamePerson_isNoChange() {
        var id = new CaseId(UUID.randomUUID());
        CaseFile file = file(id, KeptBoxes.digests(id, Map.of("2.4", "number=79441203718\n")));
        Map<String, String> present = Map.of("2.4", "number=79041203729\n");
        assertThat(KeptBoxes.changed(file, present, Map.of("79041203729", Set.of("79441203718"))))
                .isEmpty();
        assertThat(KeptBoxes.changed(file, present, Map.of("79041203729", Set.of())))
                .extracting(Finding::box)
                .containsExactly("2.4");
    }

    @Test
    void aCaseThatKeepsNothing_asksForNothing() {
        CaseFile file = file(new CaseId(UUID.randomUUID()), Map.of());
        assertThat(KeptBoxes.changed(file, BOXES, Map.of())).isEmpty();
    }

    @Test
    void theDigestOfAValueDiffersFromCaseToCase_andTellsNothingOfIt() {
        Map<String, String> one = KeptBoxes.digests(new CaseId(UUID.randomUUID()), BOXES);
        Map<String, String> other = KeptBoxes.digests(new CaseId(UUID.randomUUID()), BOXES);
        assertThat(one.get("2.1")).hasSize(64).isNotEqualTo(other.get("2.1"));
        assertThat(one.toString()).doesNotContain("Peeters");
    }

    @Test
    void aFindingNamesTheBox_notItsValue() {
        assertThat(KeptBoxes.changed(file(new CaseId(UUID.randomUUID())), Map.of("2.1", "Wagner"), Map.of())
                        .toString())
                .contains("box 2.1 differs")
                .doesNotContain("Wagner");
    }
}
