package be.kruispunt.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemindersTest {
    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

    private final Reminders reminders = new Reminders();

    @Test
    void whatComesUp_isSaidOnce_andThenDaily() {
        assertThat(reminders.due(List.of("a"), NOW)).containsExactly("a");
        assertThat(reminders.due(List.of("a", "b"), NOW.plusSeconds(1))).containsExactly("b");
        assertThat(reminders.due(List.of("a", "b"), NOW.plus(Duration.ofDays(1))))
                .containsExactly("a");
    }

    @Test
    void whatComesUpAgain_isSaidAgain() {
        reminders.due(List.of("a"), NOW);
        reminders.due(List.of(), NOW.plusSeconds(1));

        assertThat(reminders.due(List.of("a"), NOW.plusSeconds(2))).containsExactly("a");
    }
}
