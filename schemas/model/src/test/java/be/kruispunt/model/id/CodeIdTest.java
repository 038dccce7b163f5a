package be.kruispunt.model.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeIdTest {
    @Test
    void aNumber_isReadAsSomebodyTypesIt() {
        assertThat(CodeId.of("4f7q-k2m9 zx1c-rt8b")).hasToString("4F7QK2M9ZX1CRT8B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4F7QK2M9ZX1CRT8", "4F7QK2M9ZX1CRT8BB", "4F7QK2M9ZX1CRT8I", "4F7QK2M9ZX1CRT8U"})
    void whatIsNone_isRefused(String text) {
        assertThatThrownBy(() -> CodeId.of(text)).isInstanceOf(InvalidIdentifier.class);
    }

    @Test
    void numbers_areAllDifferent() {
        var random = new SecureRandom();
        assertThat(Stream.generate(() -> CodeId.next(random)).limit(1_000)).doesNotHaveDuplicates();
    }
}
