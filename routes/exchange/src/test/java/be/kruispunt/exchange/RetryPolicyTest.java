package be.kruispunt.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
    @Test
    void theDelayDoubles_andStopsGrowing() {
        var policy = new RetryPolicy(100, Duration.ofSeconds(1));
        assertThat(policy.delay(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(policy.delay(2)).isEqualTo(Duration.ofSeconds(2));
        assertThat(policy.delay(5)).isEqualTo(Duration.ofSeconds(16));
        assertThat(policy.delay(100)).isEqualTo(policy.delay(17)).isEqualTo(Duration.ofSeconds(65_536));
    }

    @Test
    void noDelayIsADelay() {
        assertThat(new RetryPolicy(2, Duration.ZERO).delay(2)).isZero();
    }

    @Test
    void anAttemptIsTheLeast_andTimeDoesNotRunBack() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(0, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(1, Duration.ofSeconds(-1)));
    }
}
