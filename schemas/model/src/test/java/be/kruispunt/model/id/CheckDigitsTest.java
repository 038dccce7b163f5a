package be.kruispunt.model.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever the number: its check digits let it pass, one mistyped digit does not. Seeds are fixed: one commit, one verdict. */
class CheckDigitsTest {
    @Property(seed = "2026")
    void inszOfBothCenturies_passes_andTellsTheCentury(@ForAll("inszBodies") String nine) {
        assertThat(Insz.of(insz(nine, 1900)).century()).isEqualTo(1900);
        assertThat(Insz.of(insz(nine, 2000)).century()).isEqualTo(2000);
    }

    /** A digit can be mistyped so that the number fits the other century: the remainders differ by 2000000000 mod 97. */
    @Property(seed = "2026")
    void inszWithOneDigitMistyped_fails_orFitsTheOtherCenturyOnly(
            @ForAll("inszBodies") String nine,
            @ForAll boolean before2000,
            @ForAll @IntRange(max = 10) int place,
            @ForAll @IntRange(min = 1, max = 9) int change) {
        int century = before2000 ? 1900 : 2000;
        String wrong = mistype(insz(nine, century), place, change);

        assertThat(centuryOf(wrong)).isNotEqualTo(century);
    }

    @Property(seed = "2026")
    void bisNumberIsOneByItsMonth(@ForAll("inszBodies") String nine) {
        int month = Integer.parseInt(nine.substring(2, 4));
        assertThat(Insz.of(insz(nine, 1900)).isBis()).isEqualTo(month >= 20);
    }

    @Property(seed = "2026")
    void bsnWithOneDigitMistyped_fails(
            @ForAll @IntRange(min = 1_000_000, max = 99_999_999) int body,
            @ForAll @IntRange(max = 8) int place,
            @ForAll @IntRange(min = 1, max = 9) int change) {
        String eight = String.format(Locale.ROOT, "%08d", body);
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += (9 - i) * (eight.charAt(i) - '0');
        }
        net.jqwik.api.Assume.that(sum % 11 < 10);
        String right = eight + sum % 11;

        assertThat(Bsn.of(right).digits()).isEqualTo(right);
        assertFails(Bsn::of, mistype(right, place, change));
    }

    @Property(seed = "2026")
    void matriculeWithOneDigitMistyped_fails(
            @ForAll @IntRange(min = 1890, max = 2025) int year,
            @ForAll @IntRange(min = 1, max = 12) int month,
            @ForAll @IntRange(min = 1, max = 28) int day,
            @ForAll @IntRange(max = 999) int serial,
            @ForAll @IntRange(max = 12) int place,
            @ForAll @IntRange(min = 1, max = 9) int change) {
        String right = Matricule.withCheckDigits(
                        String.format(Locale.ROOT, "%04d%02d%02d%03d", year, month, day, serial))
                .digits();

        assertFails(Matricule::of, mistype(right, place, change));
    }

    @Property(seed = "2026")
    void enterpriseNumberWithOneDigitMistyped_fails(
            @ForAll @IntRange(min = 0, max = 89_999_999) int body,
            @ForAll @IntRange(max = 9) int place,
            @ForAll @IntRange(min = 1, max = 9) int change) {
        String right = String.format(Locale.ROOT, "%08d%02d", body, 97 - body % 97);

        assertThat(EnterpriseNumber.of(right).isEstablishmentUnit()).isEqualTo(body >= 20_000_000);
        assertFails(EnterpriseNumber::of, mistype(right, place, change));
    }

    @Provide
    Arbitrary<String> inszBodies() {
        Arbitrary<Integer> months = Arbitraries.integers().between(0, 12);
        Arbitrary<Integer> offsets = Arbitraries.of(0, 20, 40);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 99),
                        months,
                        offsets,
                        Arbitraries.integers().between(0, 31),
                        Arbitraries.integers().between(1, 998))
                .as((year, month, offset, day, serial) ->
                        String.format(Locale.ROOT, "%02d%02d%02d%03d", year, month + offset, day, serial));
    }

    private static String insz(String nine, int century) {
        long number = Long.parseLong(nine) + (century == 2000 ? 2_000_000_000L : 0);
        return nine + String.format(Locale.ROOT, "%02d", 97 - number % 97);
    }

    private static int centuryOf(String digits) {
        try {
            return Insz.of(digits).century();
        } catch (InvalidIdentifier e) {
            return 0;
        }
    }

    private static String mistype(String digits, int place, int change) {
        char other = (char) ('0' + (digits.charAt(place) - '0' + change) % 10);
        return digits.substring(0, place) + other + digits.substring(place + 1);
    }

    private static void assertFails(Function<String, ?> reader, String digits) {
        assertThatThrownBy(() -> reader.apply(digits))
                .isInstanceOf(InvalidIdentifier.class)
                .message()
                .doesNotContain(digits);
    }
}
