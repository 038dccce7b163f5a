package be.kruispunt.documents;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.id.Matricule;
import be.kruispunt.model.message.DocumentFacts;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FactsTest {
    private static DocumentFacts facts(Kind kind) {
        return Fixture.accepted(Fixture.sample(kind)).facts();
    }

    @Test
    void u1_isAboutOnePersonWithANumberInEachCountry() {
        assertThat(facts(Kind.U1))
                .returns("U1", DocumentFacts::act)
                .returns(Map.of(), DocumentFacts::keptBoxes)
                .returns(Map.of(), DocumentFacts::repeatedBoxes);
        assertThat(facts(Kind.U1).persons())
                .containsExactly(Matricule.withCheckDigits("19790412013"), Insz.of("79041203729"));
    }

    @Test
    void u002_isAboutThePersonOfItsNumbers() {
        assertThat(facts(Kind.U002).act()).isEqualTo("U002");
        assertThat(facts(Kind.U002).persons())
                .containsExactly(Insz.of("79041203729"), Matricule.withCheckDigits("19790412013"));
    }

    @Test
    void theStepOfABl1_followsFromItsParts() {
        assertThat(facts(Kind.BL1_A).act()).isEqualTo("BL1-A");
        assertThat(facts(Kind.BL1_B).act()).isEqualTo("BL1-B");
        assertThat(facts(Kind.BL1_10).act()).isEqualTo("BL1-10");
        assertThat(facts(Kind.BL1_10).persons()).hasSize(3);
    }

    @Test
    void eachStepRepeatsTheBoxesOfTheStepsBefore() {
        DocumentFacts a = facts(Kind.BL1_A);
        DocumentFacts b = facts(Kind.BL1_B);
        DocumentFacts ten = facts(Kind.BL1_10);
        assertThat(a.repeatedBoxes()).isEmpty();
        assertThat(a.keptBoxes())
                .containsOnlyKeys(
                        "1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "2.4", "3.1", "3.2", "3.3", "4.1", "4.2", "5.1",
                        "5.2", "5.4", "5.5");
        assertThat(b.repeatedBoxes()).isEqualTo(a.keptBoxes());
        assertThat(b.keptBoxes())
                .containsKeys("6.2", "6.3", "7.1", "7.6", "8.1", "8.2", "8.3")
                .doesNotContainKey("7.1 number");
        assertThat(ten.repeatedBoxes()).isEqualTo(b.keptBoxes());
        assertThat(ten.keptBoxes()).containsKeys("7.1 number", "10.1", "10.2", "10.4", "10.5");
    }

    @Test
    void aChangedAddedOrRemovedEarlierBox_isADifference() {
        Map<String, String> before = facts(Kind.BL1_B).keptBoxes();
        for (String[] change : new String[][] {
            {"<until", "<untilRevoked>true</untilRevoked>", "<until>2027-12-31</until>"},
            {"name", "<forenames>Joris</forenames>", "<forenames>Jan</forenames>"},
            {"child", "<dateOfBirth>2012-03-05</dateOfBirth>", "<dateOfBirth>2012-03-06</dateOfBirth>"},
            {
                "R107",
                "</InstitutionOfResidence>\n      <W",
                "<r107Date>2026-08-01</r107Date></InstitutionOfResidence>\n      <W"
            }
        }) {
            Map<String, String> after = Fixture.accepted(Fixture.sample(Kind.BL1_10, change[1], change[2]))
                    .facts()
                    .repeatedBoxes();
            assertThat(after).as(change[0]).isNotEqualTo(before).hasSameSizeAs(before);
        }
    }

    @Test
    void factsAndDocuments_maskThePerson() {
        ReadDocument document = Fixture.accepted(Fixture.sample(Kind.BL1_10));
        assertThat(document.toString()).doesNotContain("Peeters").doesNotContain("850923");
        assertThat(Fixture.read(Fixture.sample(Kind.U1)).toString()).doesNotContain("Lambermont");
    }
}
