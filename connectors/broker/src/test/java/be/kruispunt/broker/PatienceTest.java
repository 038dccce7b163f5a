package be.kruispunt.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PatienceTest {
    private static final long READER = 7;

    private static Patience after(int times) {
        Patience patience = Patience.next(null, READER, 0);
        for (int i = 1; i < times; i++) {
            patience = Patience.next(patience, READER, 0);
        }
        return patience;
    }

    @Test
    void whoGivesBackThreeTimes_isOfferedItAtOnce() {
        assertThat(after(3).withholdsFrom(READER, 0)).isFalse();
    }

    @Test
    void whoGoesOn_waitsTwiceAsLongEachTime_andAtMostAMinute() {
        assertThat(after(4).withholdsFrom(READER, 0)).isTrue();
        assertThat(after(5).until()).isEqualTo(2 * after(4).until());
        assertThat(after(1_000).until()).isEqualTo(60_000_000_000L);
        assertThat(after(4).withholdsFrom(READER, after(4).until())).isFalse();
    }

    @Test
    void anotherReaderIsOfferedItAtOnce_andCountsAnew() {
        assertThat(after(9).withholdsFrom(READER + 1, 0)).isFalse();
        assertThat(Patience.next(after(9), READER + 1, 0).times()).isEqualTo(1);
    }

    @Test
    void readersWhoPassItToEachOther_waitLikeOne() {
        Patience patience = after(1);
        for (int i = 0; i < 22; i++) {
            assertThat(patience.withholdsFrom(READER + i % 2 + 1, 0))
                    .as("after %s readers", i + 1)
                    .isFalse();
            patience = Patience.next(patience, READER + i % 2 + 1, 0);
        }
        Patience longer = Patience.next(patience, READER, 0);
        assertThat(longer.withholdsFrom(READER + 1, 0)).isTrue();
        assertThat(longer.until()).isEqualTo(after(4).until());
        assertThat(Patience.next(longer, READER + 1, 0).until()).isEqualTo(after(5).until());
    }
}
