package be.kruispunt.broker;

import static be.kruispunt.broker.TestNetwork.ADEM;
import static be.kruispunt.broker.TestNetwork.CNS;
import static be.kruispunt.broker.TestNetwork.RVA;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.broker.Turns.Turn;
import be.kruispunt.model.id.InstitutionId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TurnsTest {
    private static final long SECOND = 1_000_000_000L;

    private final Turns turns = new Turns();

    private Turn next() {
        return Objects.requireNonNull(turns.another(Long.MAX_VALUE), "somebody's turn");
    }

    private void served(Turn turn, int messages, long nanos) {
        turns.end(turn, messages, messages, nanos, false);
    }

    @Test
    void nobodyWaits_nobodyIsNext() throws InterruptedException {
        assertThat(turns.another(Long.MAX_VALUE)).isNull();
        assertThat(turns.await(Duration.ofMillis(1))).isNull();
    }

    @Test
    void whoCameFirstIsFirst_andNobodyIsWorkedOnTwiceAtATime() {
        turns.arrived(CNS);
        turns.arrived(ADEM);
        assertThat(next().institution()).isEqualTo(CNS);
        assertThat(next().institution()).isEqualTo(ADEM);
        assertThat(turns.another(Long.MAX_VALUE)).isNull();
    }

    @Test
    void whoeverUsedLeastIsNext_howeverManyMessagesThatTakes() {
        turns.look(Set.of(ADEM));
        served(next(), 1, 10 * SECOND);
        turns.look(Set.of(CNS));
        List<InstitutionId> order = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Turn turn = next();
            order.add(turn.institution());
            served(turn, 32, turn.institution().equals(ADEM) ? 10 * SECOND : SECOND);
        }
        assertThat(order.subList(0, 10)).containsOnly(CNS);
        assertThat(order.subList(10, 12)).containsExactlyInAnyOrder(CNS, ADEM);
    }

    @Test
    void aNewcomerStartsWhereTheOthersStand_soThatNobodySavesUpTurns() {
        turns.look(Set.of(ADEM));
        for (int i = 0; i < 100; i++) {
            served(next(), 32, SECOND);
        }
        turns.look(Set.of(CNS));
        List<InstitutionId> order = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Turn turn = next();
            order.add(turn.institution());
            served(turn, 32, SECOND);
        }
        assertThat(order.stream().filter(CNS::equals))
                .hasSize(3 + (order.getFirst().equals(CNS) && order.getLast().equals(CNS) ? 1 : 0));
    }

    @Test
    void whoeverHadNothing_isNotLookedAtAgainBeforeThoseWhoWait() {
        turns.arrived(ADEM);
        turns.arrived(ADEM);
        served(next(), 1, 10 * SECOND);
        for (InstitutionId looked : List.of(CNS, RVA)) {
            turns.look(Set.of(looked));
            Turn turn = next();
            assertThat(turn.institution()).isEqualTo(looked);
            turns.end(turn, 0, 0, 0, true);
        }
        turns.look(Set.of(CNS, RVA));
        assertThat(next().institution()).isEqualTo(ADEM);
    }

    @Test
    void whatCameWhileATurnLasted_isNotForgotten() {
        turns.arrived(ADEM);
        Turn turn = next();
        turns.arrived(ADEM);
        turns.end(turn, 1, 1, 1, true);
        assertThat(next().institution()).isEqualTo(ADEM);
    }

    @Test
    void aQueueThatWasReadToItsEnd_hasNoTurnUntilSomethingComes() {
        turns.arrived(ADEM);
        turns.end(next(), 1, 1, 1, true);
        assertThat(turns.another(Long.MAX_VALUE)).isNull();
        turns.arrived(ADEM);
        assertThat(next().institution()).isEqualTo(ADEM);
    }

    @Test
    void whatWasRolledBack_hasATurnAgain() {
        turns.arrived(ADEM);
        turns.end(next(), 0, 1, SECOND, false);
        assertThat(next().institution()).isEqualTo(ADEM);
    }

    @Test
    void dearMessagesDoNotFillUpTheBatchOfOthers() {
        turns.arrived(ADEM);
        turns.end(next(), 1, 1, SECOND, true);
        turns.arrived(ADEM);
        assertThat(turns.another(SECOND / 4)).isNull();
        assertThat(next().perMessage()).isGreaterThan(SECOND / 4);
    }

    @Test
    void whatComesLater_hasItsTurnThen() throws InterruptedException {
        turns.later(RVA, Duration.ofMillis(20));
        assertThat(turns.await(Duration.ofMinutes(1))).isNotNull().returns(RVA, Turn::institution);
    }
}
