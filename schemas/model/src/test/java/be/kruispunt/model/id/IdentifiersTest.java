package be.kruispunt.model.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {
    @ParameterizedTest
    @CsvSource({
        "85073003328, 1900, false",
        "17073003384, 2000, false",
        "98472899765, 1900, true",
        "01490700185, 2000, true",
        "29311104266, 1900, true",
        "29111114418, 1900, false"
    })
    void inszOfRegisterAndCrossroadsBank_isRead(String digits, int century, boolean bis) {
        Insz insz = Insz.of(digits);
        assertThat(insz.century()).isEqualTo(century);
        assertThat(insz.isBis()).isEqualTo(bis);
        assertThat(insz.country()).isEqualTo(CountryCode.of("BE"));
    }

    /** Numbers that stand in public examples and fail the check. */
    @ParameterizedTest
    @ValueSource(strings = {"68070201351", "38060105329", "71022722580", "84022711080"})
    void inszOfPublicExamples_fails(String digits) {
        assertThatThrownBy(() -> Insz.of(digits)).isInstanceOf(InvalidIdentifier.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "8507300332",
                "850730033280",
                "85,07,30-033,28",
                "85073003329",
                "85133003328",
                "85073203328",
                "85073000061",
                "85073099929",
                "8507300332x"
            })
    void inszOfAnotherShape_fails(String digits) {
        assertThatThrownBy(() -> Insz.of(digits)).isInstanceOf(InvalidIdentifier.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0206731645", "0206737484", "0403019261", "0212344876", "2138144670"})
    void enterpriseNumber_isRead(String digits) {
        assertThat(EnterpriseNumber.of(digits).isEstablishmentUnit()).isEqualTo(digits.startsWith("2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456789", "206737484", "9206737484", "0206737485"})
    void wrongEnterpriseNumber_fails(String digits) {
        assertThatThrownBy(() -> EnterpriseNumber.of(digits)).isInstanceOf(InvalidIdentifier.class);
    }

    @Test
    void matricule_hasLuhnAndVerhoeffOverTheSameElevenDigits() {
        assertThat(Matricule.withCheckDigits("18931201057")).isEqualTo(Matricule.of("1893120105732"));
        assertThat(Matricule.withCheckDigits("19640823100").digits()).isEqualTo("1964082310058");
        assertThatThrownBy(() -> Matricule.of("1893120105733")).isInstanceOf(InvalidIdentifier.class);
        assertThatThrownBy(() -> Matricule.of("189312010573")).isInstanceOf(InvalidIdentifier.class);
    }

    @Test
    void bsn_passesTheElevenTest() {
        assertThat(Bsn.of("111222333").country()).isEqualTo(CountryCode.of("NL"));
        assertThatThrownBy(() -> Bsn.of("000000000")).isInstanceOf(InvalidIdentifier.class);
        assertThatThrownBy(() -> Bsn.of("111222334")).isInstanceOf(InvalidIdentifier.class);
    }

    @Test
    void personNumber_isReadInTheFormOfItsCountry() {
        assertThat(PersonNumber.of(CountryCode.of("BE"), "85073003328")).isInstanceOf(Insz.class);
        assertThat(PersonNumber.of(CountryCode.of("LU"), "1893120105732")).isInstanceOf(Matricule.class);
        assertThat(PersonNumber.of(CountryCode.of("NL"), "111222333")).isInstanceOf(Bsn.class);
        assertThat(PersonNumber.of(CountryCode.of("FR"), "295109912611193")).isInstanceOf(OtherPersonNumber.class);
        assertThatThrownBy(() -> PersonNumber.of(CountryCode.of("FR"), "x".repeat(66)))
                .isInstanceOf(InvalidIdentifier.class);
        assertThatThrownBy(() -> PersonNumber.of(CountryCode.of("FR"), "")).isInstanceOf(InvalidIdentifier.class);
    }

    @ParameterizedTest
    @CsvSource({"BE, 85073003328", "LU, 1893120105732", "NL, 111222333", "FR, 295109912611193"})
    void personNumber_masksItselfInText(String country, String digits) {
        assertThat(PersonNumber.of(CountryCode.of(country), digits).toString())
                .doesNotContain(digits.substring(0, digits.length() - 2));
    }

    @Test
    void failedIdentifier_saysWhatIsWrong_andNotTheNumber() {
        assertThatThrownBy(() -> Insz.of("85073003329"))
                .isInstanceOfSatisfying(
                        InvalidIdentifier.class, e -> assertThat(e.kind()).isEqualTo("INSZ"))
                .hasMessageContaining("check digits")
                .message()
                .doesNotContain("85073003329");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BE", "LU", "EL", "UK", "XK", "XS", "XU", "FR", "CH"})
    void countryOfEessi_isRead(String code) {
        assertThat(CountryCode.of(code).value()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GR", "GB", "be", "ZZ", "B", ""})
    void otherCountryCode_fails(String code) {
        assertThatThrownBy(() -> CountryCode.of(code)).isInstanceOf(InvalidIdentifier.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BE:0206737484",
                "BE:2138144670",
                "BE:1234",
                "LU:0053",
                "NL:NL2000CP",
                "FR:CLEISS0001",
                "EL:0001",
                "UK:0001"
            })
    void institution_isRead(String id) {
        InstitutionId institution = InstitutionId.of(id);
        assertThat(institution.country().value()).isEqualTo(id.substring(0, 2));
        assertThat(institution.fileName()).doesNotContain(":").startsWith(id.substring(0, 2) + "-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BE:0206737485",
                "BE:0123456789",
                "LU:053",
                "LU0053",
                "LU:00530053005",
                "GR:0001",
                "lu:0053",
                "LU:00 53"
            })
    void otherInstitution_fails(String id) {
        assertThatThrownBy(() -> InstitutionId.of(id)).isInstanceOf(InvalidIdentifier.class);
    }

    @Test
    void uuidIsReadInOneSpellingOnly() {
        String canonical = "0190a5a0-0000-7000-8000-000000000001";
        assertThat(Ticket.of(canonical)).hasToString(canonical);
        assertThat(CaseId.of(canonical)).hasToString(canonical);
        assertThat(InstanceId.of(canonical)).hasToString(canonical);
        for (String other :
                new String[] {canonical.toUpperCase(java.util.Locale.ROOT), "1-1-1-1-1", canonical + " ", ""}) {
            assertThatThrownBy(() -> InstanceId.of(other)).isInstanceOf(InvalidIdentifier.class);
            assertThatThrownBy(() -> CaseId.of(other)).isInstanceOf(InvalidIdentifier.class);
            assertThatThrownBy(() -> Ticket.of(other)).isInstanceOf(InvalidIdentifier.class);
        }
    }

    @Test
    void ticket_isAUuidOfVersionSevenThatSortsByTime() {
        Instant now = Instant.parse("2026-03-02T09:30:15.123Z");
        Ticket earlier = Ticket.next(now, RandomGenerator.getDefault());
        Ticket later = Ticket.next(now.plusMillis(1), RandomGenerator.getDefault());

        assertThat(earlier.value().version()).isEqualTo(7);
        assertThat(earlier.value().variant()).isEqualTo(2);
        assertThat(earlier.value().getMostSignificantBits() >>> 16).isEqualTo(now.toEpochMilli());
        assertThat(earlier).isLessThan(later);
    }

    @Test
    void digest_isSha256InHexadecimal() {
        Digest digest = Digest.of("abc".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        // FIPS 180-2, appendix B.1.
        assertThat(digest).hasToString("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Digest.ofHash(digest.bytes())).isEqualTo(digest);
        assertThatThrownBy(() -> Digest.ofHex("BA78")).isInstanceOf(InvalidIdentifier.class);
        assertThatCode(() -> Digest.ofHex(digest.hex())).doesNotThrowAnyException();
    }
}
