package be.kruispunt.hub.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import be.kruispunt.model.outcome.RefusalCode;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * No refusal code without a test that provokes it; who adds a code is told. Runs after all other tests of the room, and
 * goes by what a hub answered them: a test that is switched off provokes nothing.
 */
@ExtendWith(SharedHub.class)
@Order(Integer.MAX_VALUE)
class EveryRefusalTest {
    @Test
    void everyRefusalCodeIsProvokedAtTheFrontDoor(Door door) {
        Set<RefusalCode> provoked = door.provoked();
        assumeFalse(provoked.isEmpty(), "run by itself, it can tell nothing: run the tests of this package");
        assertThat(RefusalCode.values()).allSatisfy(code -> assertThat(provoked).contains(code));
    }
}
