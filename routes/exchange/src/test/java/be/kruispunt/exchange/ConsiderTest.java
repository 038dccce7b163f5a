package be.kruispunt.exchange;

import static be.kruispunt.exchange.Given.ADEM;
import static be.kruispunt.exchange.Given.RVA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.outcome.RefusalCode;
import be.kruispunt.model.outcome.Step;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What is for the hub itself leaves the line; what is for others goes on in it. */
class ConsiderTest {
    private static final InstitutionId HUB = InstitutionId.of("BE:0999999922");

    private final Consider consider = new Consider(HUB, addressed -> fail("nobody has anything to decide"));

    private Passage considered(InstitutionId... receivers) {
        Authorised authorised = Given.authorised(
                Given.header(ADEM, "UB_BUC_01", Optional.empty()), "U001", Optional.empty(), receivers);
        UnaryOperator<Passage> step = new Journey(InstantSource.fixed(Given.NOW), broken -> false)
                .aside(Step.CONSIDER, Authorised.class, consider::consider);
        return step.apply(new Passage.Underway(authorised, List.of()));
    }

    @Test
    void whatIsForOthers_goesOnAsItCame() {
        assertThat(considered(RVA))
                .isInstanceOfSatisfying(Passage.Underway.class, passage -> assertThat(passage.trail())
                        .isEmpty());
        assertThat(considered(RVA, HUB)).isInstanceOf(Passage.Underway.class);
    }

    @Test
    void aDocumentThatIsForAnInstitution_isRefused() {
        assertThat(considered(HUB)).isInstanceOfSatisfying(Passage.Refused.class, refused -> assertThat(
                        refused.refusal().code())
                .isEqualTo(RefusalCode.NOT_FOR_THE_HUB));
    }
}
