package be.kruispunt.store;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.id.Insz;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that somebody tries one after the other are told from those of customers. */
class NearNumbersTest {
    private static Insz number(String day, int serial) {
        long nine = Long.parseLong(day) * 1_000 + serial;
        return Insz.of("%09d%02d".formatted(nine, 97 - nine % 97));
    }

    private static List<Insz> numbers(String day, int... serials) {
        return Arrays.stream(serials).mapToObj(serial -> number(day, serial)).toList();
    }

    @Test
    void oneAfterTheOther_inWhateverOrder_counts() {
        assertThat(NearNumbers.count(Optional.empty(), numbers("840615", 1, 2, 3, 4)))
                .isEqualTo(3);
        assertThat(NearNumbers.count(Optional.empty(), numbers("840615", 7, 1, 4, 10)))
                .isEqualTo(3);
    }

    @Test
    void inReportsOfOneLine_eachCounts() {
        assertThat(NearNumbers.count(Optional.of(number("840615", 1)), numbers("840615", 2)))
                .isEqualTo(1);
        assertThat(NearNumbers.count(Optional.of(number("840615", 1)), numbers("840615", 5)))
                .isZero();
    }

    @Test
    void twinsAmongCustomers_areChance() {
        List<Insz> customers = Stream.concat(
                        numbers("840615", 1, 3).stream(),
                        IntStream.rangeClosed(10, 19).mapToObj(year -> number(year + "0615", 100)))
                .toList();
        assertThat(NearNumbers.count(Optional.empty(), customers)).isZero();
    }

    @Test
    void theLastNumberOfADay_andTheFirstOfTheNext_areNotNear() {
        assertThat(NearNumbers.count(
                        Optional.empty(),
                        Stream.of(number("840615", 998), number("840616", 1)).toList()))
                .isZero();
    }

    @Test
    void whoStandsBesideAnother_isFound_inWhateverOrder() {
        assertThat(NearNumbers.beside(numbers("840615", 20, 4, 1, 30, 17)))
                .containsExactlyInAnyOrderElementsOf(numbers("840615", 1, 4, 17, 20));
        assertThat(NearNumbers.beside(
                        Stream.of(number("840615", 998), number("840616", 1)).toList()))
                .isEmpty();
    }

    @Test
    void whatIsNear_endsWithTheDayOfBirth() {
        assertThat(number("040615", 2))
                .satisfies(number -> assertThat(NearNumbers.from(number)).isEqualTo("040615000"));
        assertThat(number("040615", 998))
                .satisfies(number -> assertThat(NearNumbers.until(number)).isEqualTo("04061599999"));
        assertThat(number("040615", 100))
                .satisfies(number -> assertThat(List.of(NearNumbers.from(number), NearNumbers.until(number)))
                        .containsExactly("040615097", "04061510399"));
    }

    @ParameterizedTest
    @CsvSource({
        "840601, 840531, 1",
        "850102, 841231, 2",
        "842615, 842614, 1",
        "850101, 841231,",
        "840600, 840531,",
        "840000, 840531,",
        "862115, 862221, -37",
    })
    void aDayOfBirth_hasItsPlace_unlessNobodyKnowsIt(String day, String other, @Nullable Integer apart) {
        int from = DayOfBirth.of(number(other, 1)).orElseThrow().place();
        assertThat(DayOfBirth.of(number(day, 1)).map(of -> of.place() - from)).isEqualTo(Optional.ofNullable(apart));
    }
}
