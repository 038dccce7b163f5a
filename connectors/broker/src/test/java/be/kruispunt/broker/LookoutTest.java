package be.kruispunt.broker;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.id.InstitutionId;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** At a remote broker every look is a wait: they are not all on the same second. */
class LookoutTest {
    private static final int PARTS = 60;

    private static final Set<InstitutionId> ALL = IntStream.range(0, 600)
            .mapToObj("LU:R%05d"::formatted)
            .map(InstitutionId::of)
            .collect(Collectors.toSet());

    @Test
    void everybodyIsLookedAtOnceInARound_andNoPartIsMuchLargerThanItsShare() {
        var seen = new HashSet<InstitutionId>();
        for (int part = 0; part < PARTS; part++) {
            Set<InstitutionId> now = Lookout.part(ALL, part, PARTS);
            assertThat(now).hasSizeLessThan(60).allMatch(seen::add);
        }
        assertThat(seen).isEqualTo(ALL);
        assertThat(Lookout.part(ALL, 0, 1)).as("where a look costs nothing").isEqualTo(ALL);
    }
}
