package be.kruispunt.model.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhatNumbersTellTest {
    private static PersonNumber number(String country, String written) {
        return PersonNumber.of(CountryCode.of(country), written);
    }

    @ParameterizedTest
    @CsvSource({
        "BE, 85.07.30-033.28, 85073003328",
        "BE, 85073003328, 85 07 30 033 28",
        "LU, 1893120105732, 1893 1201 057 32",
        "NL, 111222333, 1112.22.333",
        "FR, 295109912611193, 2 95 10 99 126 111 93",
        "DE, 65070803A013, 65 070803 a 013",
        "CH, 7561234567897, 756.1234.5678.97",
        "BE, 85073003328, 85.07.30\u2010033\u201128",
        "BE, 85073003328, 85.07.30\u2012033\u201328",
        "BE, 85073003328, 85.07.30\u2014033\u201528",
        "BE, 85073003328, 85.07.30\u2212033\u00A028",
        "BE, 85073003328, 85\u200907\u202f30\u2007033\u200a28",
        "SE, 121212+1212, 121212 +\u00A01212",
        "FI, 131052A308T, 131052 a308t",
    })
    void aNumberIsTheSame_howeverItIsPrinted(String country, String one, String other) {
        assertThat(number(country, one)).isEqualTo(number(country, other)).hasSameHashCodeAs(number(country, other));
        assertThat(PersonNumber.isSeparated(one) || PersonNumber.isSeparated(other))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "./-"})
    void separatorsAlone_areNoNumber(String written) {
        assertThatThrownBy(() -> number("FR", written)).isInstanceOf(InvalidIdentifier.class);
        assertThatThrownBy(() -> number("BE", written)).isInstanceOf(InvalidIdentifier.class);
    }

    /** With the plus he was born a century before, or is a hundred years old: another person. */
    @ParameterizedTest
    @CsvSource({"SE, 121212+1212, 121212-1212", "FI, 131052+308T, 131052-308T", "FI, 131052Y308T, 131052-308T"})
    void aSignThatTellsTheCentury_isPartOfTheNumber(String country, String one, String other) {
        assertThat(number(country, one)).isNotEqualTo(number(country, other));
        assertThat(PersonNumber.isSeparated(one)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "BE, 850730+03328",
        "LU, 18931201+05732",
        "NL, 1112+22333",
        "DE, 650708+A013",
        "SE, 12+12121212",
        "FI, +"
    })
    void aPlusElsewhere_isNoNumber(String country, String written) {
        assertThatThrownBy(() -> number(country, written)).isInstanceOf(InvalidIdentifier.class);
    }

    @ParameterizedTest
    @CsvSource({
        "BE, 85073003328, 1985, 7, 30, MALE",
        "BE, 17073003384, 2017, 7, 30, MALE",
        "BE, 98472899765, 1998, 7, 28, MALE",
        "BE, 01490700185, 2001, 9, 7, MALE",
        "BE, 29311104266, 1929, 11, 11,",
        "LU, 1893120105732, 1893, 12, 1,",
        "BG, 7523169263, 1875, 3, 16, MALE",
        "BG, 8032056031, 1880, 12, 5, FEMALE",
        "BG, 7501020018, 1975, 1, 2, FEMALE",
        "BG, 0641010002, 2006, 1, 1, MALE",
        "CZ, 710319/2745, 1971, 3, 19, MALE",
        "CZ, 0653151234, 2006, 3, 15, FEMALE",
        "SK, 531231123, 1953, 12, 31, MALE",
        "EE, 37605030299, 1976, 5, 3, MALE",
        "LT, 48500000000, 1985, 0, 0, FEMALE",
        "LT, 61001010001, 2010, 1, 1, FEMALE",
        "FI, 131052-308T, 1952, 10, 13, FEMALE",
        "FI, 010206A101A, 2006, 2, 1, MALE",
        "FI, 131052+308T, 1852, 10, 13, FEMALE",
        "FI, 131052Y308T, 1952, 10, 13, FEMALE",
        "FI, 131052U309T, 1952, 10, 13, MALE",
        "FI, 010206B101A, 2006, 2, 1, MALE",
        "FI, 010206F101A, 2006, 2, 1, MALE",
        "SE, 121212-1212, 0, 12, 12, MALE",
        "SE, 121212+1220, 0, 12, 12, FEMALE",
        "SE, 19121212-1212, 1912, 12, 12, MALE",
        "SE, 191212121212, 1912, 12, 12, MALE",
        "SE, 18991231+1222, 1899, 12, 31, FEMALE",
        "SE, 701063-2391, 0, 10, 3, MALE",
        "PL, 44051401359, 1944, 5, 14, MALE",
        "PL, 02270803628, 2002, 7, 8, FEMALE",
        "RO, 1980115000001, 1998, 1, 15, MALE",
        "RO, 6050230000001, 2005, 2, 30, FEMALE",
    })
    void birthAndSex_asTheStateWritesThemIntoIts(
            String country, String written, int year, int month, int day, Sex sex) {
        assertThat(number(country, written).birth()).contains(new BirthDate(year, month, day));
        assertThat(number(country, written).sex().orElse(null)).isEqualTo(sex);
    }

    @ParameterizedTest
    @CsvSource({
        "NL, 111222333",
        "FR, 295109912611193",
        "PL, 123",
        "RO, 9980115000001",
        "EE, 07605030299",
        "SE, 12121212",
        "FI, 131052T308T"
    })
    void othersTellNothing(String country, String written) {
        assertThat(number(country, written).birth()).isEmpty();
        assertThat(number(country, written).sex()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000", "19790400", "19790012"})
    void anUnknownPart_isWrittenAsNought(String date) {
        if (date.startsWith("0000")) {
            assertThatThrownBy(() -> Matricule.withCheckDigits(date + "013")).isInstanceOf(InvalidIdentifier.class);
        } else {
            assertThat(Matricule.withCheckDigits(date + "013").birth()).isPresent();
        }
    }

    @Test
    void anInszWithoutADate_tellsTheYearAtMost() {
        assertThat(insz("790000037").birth()).contains(new BirthDate(1979, 0, 0));
        assertThat(insz("790003037").birth()).contains(new BirthDate(1979, 0, 0));
        assertThat(insz("794000037").birth()).contains(new BirthDate(1979, 0, 0));
        assertThat(insz("000001037").birth()).isEmpty();
    }

    private static Insz insz(String nine) {
        return Insz.of(nine + "%02d".formatted(97 - Long.parseLong(nine) % 97));
    }

    @Test
    void datesContradict_inWhatBothKnow() {
        BirthDate whole = BirthDate.of("1979-04-12");
        assertThat(whole.contradicts(BirthDate.of("1979"))).isFalse();
        assertThat(whole.contradicts(BirthDate.of("1979-04-00+02:00"))).isFalse();
        assertThat(whole.contradicts(BirthDate.of("1979-05"))).isTrue();
        assertThat(whole.contradicts(BirthDate.of("1978-00-00"))).isTrue();
        assertThat(BirthDate.of("1979-00-12").contradicts(whole)).isFalse();
        assertThat(whole).hasToString("date of birth ***");
    }
}
