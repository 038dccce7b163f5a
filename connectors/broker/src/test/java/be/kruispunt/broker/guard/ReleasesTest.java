package be.kruispunt.broker.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ReleasesTest {
    private static final long NOW = -1_000; // of a clock that may begin anywhere
    private static final long TENTH = 100_000_000;

    private final Releases releases = new Releases();

    private long add(int count, long now) {
        long rest = 0;
        for (int i = 0; i < count; i++) {
            rest = releases.add(now);
        }
        return rest;
    }

    @Test
    void whoGivesBackAThousand_isOfferedTheNextAtOnce() {
        assertThat(releases.rests(NOW)).isFalse();
        assertThat(add(Releases.AT_ONCE, NOW)).isZero();
        assertThat(releases.rests(NOW)).isFalse();
    }

    @Test
    void whoGoesOn_restsForATenthOfASecondEach() {
        assertThat(add(Releases.AT_ONCE + 20, NOW)).isEqualTo(20 * TENTH);
        assertThat(releases.rests(NOW + 20 * TENTH - 1)).isTrue();
        assertThat(releases.rests(NOW + 20 * TENTH)).isFalse();
    }

    @Test
    void allIsForgottenInTime() {
        add(2 * Releases.AT_ONCE, NOW);
        assertThat(add(Releases.AT_ONCE, NOW + 2 * Releases.AT_ONCE * TENTH)).isZero();
    }
}
