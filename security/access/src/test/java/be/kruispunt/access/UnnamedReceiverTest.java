package be.kruispunt.access;

import static be.kruispunt.model.outcome.RefusalCode.NOT_AUTHORISED;
import static be.kruispunt.model.outcome.RefusalCode.NO_RECEIVER;
import static be.kruispunt.model.outcome.RefusalCode.SENDER_NOT_INTEGRATED;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.cases.CaseRole;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who gets a message that names nobody: whom the directory and an authorisation name. */
class UnnamedReceiverTest extends AccessFixture {
    @Test
    void findsTheReceiversThatKnowThePerson_whenNoneIsNamed() {
        authorisations.add(authorisation("26/016", INSURER, Set.of(), Set.of("1"), ALWAYS));
        assertThat(receiversOf(decide(List.of(), MARIE))).containsExactly(RVA);

        lines.add(line(MARIE, INSURER, "1", 2, ALWAYS));
        assertThat(receiversOf(decide(List.of(), MARIE))).containsExactly(RVA, INSURER);
    }

    @Test
    void refusesWhenNobodyKnowsThePerson_andNoneIsNamed() {
        lines.removeFirst();
        assertDenied(NO_RECEIVER, List.of(), MARIE);
        lines.add(line(MARIE, INSURER, "1", 3, ALWAYS));
        assertDenied(NO_RECEIVER, List.of(), MARIE);
        lines.add(line(MARIE, RVA, "1", 3, PAST));
        assertDenied(NO_RECEIVER, List.of(), MARIE);
    }

    /** That it knows the person for another reason is none of the sender's business. */
    @Test
    void doesNotFindAReceiverThatKnowsThePersonInAnotherQuality_inTooLowAPhase_orNotEveryPerson() {
        lines.set(0, line(MARIE, RVA, "2", 3, ALWAYS));
        assertDenied(NO_RECEIVER, List.of(), MARIE);
        lines.set(0, line(MARIE, RVA, "1", 1, ALWAYS));
        assertDenied(NO_RECEIVER, List.of(), MARIE);
        lines.set(0, line(MARIE, RVA, "1", 2, ALWAYS));
        lines.add(line(LUCAS, ADEM, "7", 0, ALWAYS));
        assertDenied(NO_RECEIVER, List.of(), MARIE, LUCAS);
    }

    @Test
    void doesNotFindAReceiverThatIsNotCompetent_orNotRegistered() {
        institutions.set(1, institution(RVA, CaseRole.COUNTERPARTY, ALWAYS, PAST));
        assertDenied(NO_RECEIVER, List.of(), MARIE);
        institutions.remove(1);
        assertDenied(NO_RECEIVER, List.of(), MARIE);
    }

    @Test
    void refusesWithoutAnAuthorisation_whenNoReceiverIsNamed() {
        authorisations.clear();
        assertDenied(NOT_AUTHORISED, List.of(), MARIE);
    }

    /** Else the answer would tell that some institution has a file on the person. */
    @Test
    void asksTheSendersSideFirst_whenNoReceiverIsNamed() {
        authorisations.set(0, authorisation("26/014", RVA, Set.of("7"), Set.of("1"), ALWAYS));
        lines.remove(known);
        assertDenied(SENDER_NOT_INTEGRATED, List.of(), MARIE);
        lines.clear();
        assertDenied(SENDER_NOT_INTEGRATED, List.of(), MARIE);
        lines.add(line(MARIE, ADEM, "7", 2, ALWAYS));
        assertDenied(NO_RECEIVER, List.of(), MARIE);
        lines.add(line(MARIE, RVA, "1", 2, ALWAYS));
        assertThat(receiversOf(decide(List.of(), MARIE))).containsExactly(RVA);
    }
}
