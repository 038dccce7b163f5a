package be.kruispunt.exchange;

import static be.kruispunt.exchange.AnsweredCase.U002;
import static be.kruispunt.exchange.AnsweredCase.U004;
import static be.kruispunt.exchange.AnsweredCase.U1;
import static be.kruispunt.exchange.AnsweredCase.u002;
import static be.kruispunt.exchange.AnsweredCase.u004;
import static be.kruispunt.exchange.Given.ADEM;
import static be.kruispunt.exchange.Given.CNS;
import static be.kruispunt.exchange.Given.RVA;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.Samples;
import be.kruispunt.exchange.AnsweredCase.Got;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** ADEM answers in a case of RVA's, which reads U1: with U002 its periods, and with U004 its income. */
class CompanionsTest {
    private static final String INCOME = "<amount>3412.50</amount>";
    private static final String PERIOD = "<from>2021-09-13</from>";

    private final AnsweredCase answered = new AnsweredCase();

    @Test
    void theSecondMakesTheFormWhole_andTakesThePlaceOfTheFirst_andSoDoesAnUpdate() {
        Got first = answered.sent(u002());
        assertThat(first.replaces()).isEmpty();
        assertThat(first.together()).isEmpty();
        assertThat(first.text()).contains(PERIOD).doesNotContain(INCOME);

        Got whole = answered.sent(u004());
        assertThat(whole.header().type()).isEqualTo(U1);
        assertThat(whole.text()).contains(PERIOD, INCOME);
        assertThat(whole.replaces()).contains(first.header().instance());
        assertThat(whole.together()).containsExactly(first.ticket());
        assertThat(whole.header().provenance().orElseThrow().ticket()).isEqualTo(whole.ticket());
        assertThat(whole.translatedFrom()).containsExactly(U002, U004);
        assertThat(whole.translated().auditDetail())
                .startsWith(RVA + " U1 1.0 together with " + first.ticket() + " in the place of "
                        + first.header().instance() + " (");

        Got updated = answered.sent(u002().replace("2021-09-13", "2021-09-14"), Optional.of(first.ticket()));
        assertThat(updated.text()).contains("<from>2021-09-14</from>", INCOME).doesNotContain(PERIOD);
        assertThat(updated.replaces()).contains(whole.header().instance());
        assertThat(updated.together()).containsExactly(whole.ticket());
    }

    @Test
    void whoGotTheSedItself_hasNoFormThatIsReplaced() {
        answered.takes(U002);
        Got asItWas = answered.sent(u002());
        assertThat(asItWas.header().type()).isEqualTo(U002);
        answered.takes(U1);
        Got whole = answered.sent(u004());
        assertThat(whole.text()).contains(PERIOD, INCOME);
        assertThat(whole.replaces()).isEmpty();
        assertThat(whole.together()).containsExactly(asItWas.ticket());
    }

    @Test
    void aSecondThatIsAFormWithNothing_isRefusedWithoutAFirst() {
        answered.refused(u004());
    }

    @Test
    void whatTheStoreHasNoMore_isNoCompanion_andTheFormGoesAloneAndReplacesNothingThatSaysMore() {
        Got first = answered.sent(u002());
        answered.gone(first);
        answered.refused(u004());

        Got again = answered.sent(u002(), Optional.of(first.ticket()));
        Got whole = answered.sent(u004());
        answered.gone(whole);
        Got alone = answered.sent(u002(), Optional.of(again.ticket()));
        assertThat(alone.text()).contains(PERIOD).doesNotContain(INCOME);
        assertThat(alone.together()).isEmpty();
        assertThat(alone.replaces()).isEmpty();
        assertThat(alone.translatedFrom()).containsExactly(U002);
    }

    @Test
    void whatWasTakenBack_isNoCompanion() {
        Got first = answered.sent(u002());
        answered.event("X008", ADEM, RVA, Optional.of(first.ticket()));
        answered.refused(u004());
    }

    @Test
    void aFormWithSomethingInItThatWasTakenBack_isReplacedByTheOneWithoutIt() {
        Got first = answered.sent(u002());
        Got whole = answered.sent(u004());
        answered.event("X008", ADEM, RVA, Optional.of(whole.ticket()));
        Got alone = answered.sent(u002(), Optional.of(first.ticket()));
        assertThat(alone.text()).doesNotContain(INCOME);
        assertThat(alone.replaces()).contains(whole.header().instance());
    }

    @Test
    void anAnswerToAnotherQuestion_leavesTheFormOfTheFirstStanding() {
        Got first = answered.sent(u002());
        Got second = answered.sent(u002(), Optional.of(answered.event("U001", RVA, ADEM, answered.question())));
        Got whole = answered.sent(u004());
        assertThat(whole.together()).containsExactly(second.ticket());
        assertThat(whole.replaces())
                .contains(second.header().instance())
                .isNotEqualTo(Optional.of(first.header().instance()));
    }

    @Test
    void whatWentToAnother_isNoCompanion() {
        answered.sent(u002());
        answered.lastWas(ADEM, CNS);
        answered.refused(u004());
    }

    @Test
    void whatAnotherSent_isNoCompanion() {
        answered.sent(u002());
        answered.lastWas(CNS, RVA);
        answered.refused(u004());
    }

    @Test
    void whatWasSentForAnotherPurpose_isNoCompanion() {
        answered.sent(u002().replace("UNEMPLOYMENT_BENEFIT", "STATISTICS"));
        answered.refused(u004());
    }

    @Test
    void whatIsAboutAnother_isNoCompanion() {
        answered.sent(u002());
        answered.refused(u004().replace("79041203729", Samples.insz(4711).digits()));
    }

    @Test
    void aDocumentOfAnotherType_isNoCompanion() {
        answered.changed(answered.sent(u002()), u004());
        answered.refused(u004());
    }

    @Test
    void whatCannotBeReadAnyMore_isNoCompanion() {
        answered.changed(answered.sent(u002()), "<gone/>");
        answered.refused(u004());
    }

    @Test
    void whatIsNotValidAnyMore_isNoCompanion() {
        answered.changed(answered.sent(u002()), u002().replace("<startDate>2021-09-13<", "<startDate>soon<"));
        answered.refused(u004());
    }

    @Test
    void anUpdateOfTheOnlyOne_asksForNothing() {
        Got only = answered.sent(u002());
        assertThat(answered.wanted(u002())).isEmpty();
        assertThat(answered.wanted(u004())).containsExactly(only.ticket());
    }
}
