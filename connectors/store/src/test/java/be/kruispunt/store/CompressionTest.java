package be.kruispunt.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CompressionTest {
    private static final byte[] CONTENT = Samples.bytes("<content>".repeat(100));

    @Test
    void aFrameThatIsNotWhole_hasNoContent() {
        try (var compression = new Compression()) {
            byte[] frame = compression.compress(CONTENT);
            assertThat(Compression.expandIfWhole(frame)).hasValue(CONTENT);
            assertThat(Compression.expandIfWhole(Arrays.copyOf(frame, frame.length / 2)))
                    .isEmpty();
        }
        assertThat(Compression.expandIfWhole(new byte[0])).isEmpty();
        assertThat(Compression.expandIfWhole(CONTENT)).isEmpty();
    }
}
