package be.kruispunt.model.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What the register has and what a supplier writes: the same, or not. The tables are {@code names.csv} and {@code addresses.csv}. */
class SpellingCasesTest {
    private static List<String> several(String text) {
        return Arrays.stream(text.split("\\s*/\\s*"))
                .filter(each -> !each.isEmpty())
                .toList();
    }

    @ParameterizedTest(name = "{0}, {1} | {2}, {3} : {4}")
    @CsvFileSource(resources = "names.csv", delimiter = ';', numLinesToSkip = 1, emptyValue = "")
    void aName(String family, String given, String name, String givenNames, String same, String why) {
        Set<NameKey> register = NameKey.ofRegister(family, several(given));
        Set<NameKey> contract = givenNames.isEmpty() ? NameKey.ofContract(name) : NameKey.ofContract(name, givenNames);
        assertThat(contract.stream().anyMatch(register::contains)).as(why).isEqualTo(same.equals("same"));
    }

    @ParameterizedTest(name = "{0} {1} {2} {3} | {4} {5} {6} {7} : {8}")
    @CsvFileSource(resources = "addresses.csv", delimiter = ';', numLinesToSkip = 1, emptyValue = "")
    void anAddress(
            String code,
            String streets,
            String number,
            String box,
            String writtenCode,
            String street,
            String writtenNumber,
            String writtenBox,
            String same,
            String why) {
        Set<AddressKey> register = several(streets).stream()
                .map(name -> AddressKey.of(code, name, number, box).orElseThrow())
                .collect(Collectors.toSet());
        Optional<AddressKey> written = writtenNumber.isEmpty()
                ? AddressKey.ofLine(writtenCode, street)
                : AddressKey.of(writtenCode, street, writtenNumber, writtenBox);
        assertThat(written.filter(register::contains).isPresent()).as(why).isEqualTo(same.equals("same"));
    }

    @Test
    void aLineOfMoreWordsThanANameHas_isNobodys() {
        assertThat(NameKey.ofContract("a b c d e f g h i j k l")).hasSize(23);
        assertThat(NameKey.ofContract("a b c d e f g h i j k l m")).isEmpty();
    }

    @Test
    void whatIsNoBelgianAddress_isComparedWithNothing() {
        assertThat(AddressKey.ofLine("L-1511", "avenue de la Faïencerie 121")).isEmpty();
        assertThat(AddressKey.of("9000", "Voorbeeldstraat", "on the corner", ""))
                .isEmpty();
        assertThat(AddressKey.of("9000", "Voorbeeldstraat", "27 bus 3", "4")).isEmpty();
        assertThat(AddressKey.ofLine("9000", "-")).isEmpty();
    }

    @Test
    void noValue_showsAPersonInItsText() {
        assertThat(NameKey.ofContract("Verhaegen", "Lieve").toString()
                        + AddressKey.ofLine("9000", "Voorbeeldstraat 27"))
                .isEqualTo("[a name]Optional[an address]");
    }
}
