package be.kruispunt.trust.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.kruispunt.model.id.CodeId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.rights.SchemeCode;
import be.kruispunt.trust.counter.CodeCheck.Checked;
import com.nimbusds.jose.util.Base64URL;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a counter makes of what is shown to it. */
class CodeCheckTest {
    private static final InstitutionId HUB = InstitutionId.of("BE:0999999922");
    private static final SchemeCode PASS = SchemeCode.of("MUNICIPAL_LEISURE_PASS");
    private static final Instant NOON = Instant.parse("2026-11-26T11:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final CounterKey KEY = CounterKey.make();
    private static final CounterKey ANOTHER = CounterKey.make();
    private static final CounterCode CODE = new CounterCode(
            HUB, PASS, TODAY, TODAY.plusDays(92), CodeId.of("4F7QK2M9ZX1CRT8B"), 1_234_567, OptionalInt.empty());

    private final CounterKeys keys = new CounterKeys(List.of(KEY.publicKey()));
    private final String text = CODE.signedBy(KEY);

    private Checked check(String shown, Instant now) {
        return new CodeCheck(keys, Optional.empty(), Optional.empty()).check(shown, now);
    }

    private static Checked refused(CodeRefusal reason) {
        return new Checked.Refused(reason);
    }

    @Test
    void aCode_saysWhatTheHubSaid_withItsPublicKeyAlone() {
        CounterKeys handedOut = CounterKeys.read(keys.text());
        assertThat(new CodeCheck(handedOut, Optional.empty(), Optional.of(PASS)).check(text, NOON))
                .isEqualTo(new Checked.Valid(CODE));
    }

    @Test
    void aBirthYear_isToldWhereItIsAskedFor() {
        var told = new CounterCode(HUB, PASS, TODAY, TODAY, CodeId.of("4F7QK2M9ZX1CRT8B"), 7, OptionalInt.of(1984));
        assertThat(check(told.signedBy(KEY), NOON)).isEqualTo(new Checked.Valid(told));
    }

    /** Nothing that is not here can be told by it. */
    @Test
    void aCode_holdsTheseAndNothingElse() {
        List<String> parts = List.of(text.split("\\."));
        assertThat(new Base64URL(parts.get(0)).decodeToString())
                .isEqualTo("{\"kid\":\"%s\",\"typ\":\"right+jwt\",\"alg\":\"ES256\"}"
                        .formatted(KEY.publicKey().getKeyID()));
        assertThat(new Base64URL(parts.get(1)).decodeToString())
                .isEqualTo("{\"iss\":\"BE:0999999922\",\"right\":\"MUNICIPAL_LEISURE_PASS\",\"nbf\":1795647600,"
                        + "\"exp\":1803682800,\"jti\":\"4F7QK2M9ZX1CRT8B\",\"status\":{\"status_list\":"
                        + "{\"idx\":1234567,\"uri\":\"BE:0999999922/withdrawals\"}}}");
    }

    /** By the calendar of Brussels: at midnight there, not in Greenwich. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-25T22:59:59Z, NOT_YET",
        "2026-11-25T23:00:00Z, ",
        "2027-02-26T22:59:59Z, ",
        "2027-02-26T23:00:00Z, EXPIRED"
    })
    void aCode_countsFromItsFirstDayToItsLast(Instant now, @Nullable CodeRefusal refused) {
        assertThat(check(text, now)).isEqualTo(refused == null ? new Checked.Valid(CODE) : refused(refused));
    }

    @Test
    void anyCharacterThatIsChanged_isFound() {
        IntStream.range(0, text.length()).forEach(i -> {
            char other = text.charAt(i) == 'A' ? 'B' : 'A';
            String changed = text.substring(0, i) + other + text.substring(i + 1);
            assertThat(check(changed, NOON)).as("character %d", i).isInstanceOf(Checked.Refused.class);
        });
    }

    @Test
    void oneMoreDay_isForged() {
        String payload =
                new Base64URL(text.split("\\.", -1)[1]).decodeToString().replace("1803682800", "1803769200");
        assertThat(check(withPart(1, Base64URL.encode(payload).toString()), NOON))
                .isEqualTo(refused(CodeRefusal.FORGED));
    }

    @Test
    void anothersKey_isNotBelieved_evenUnderTheHubsName() {
        assertThat(check(CODE.signedBy(ANOTHER), NOON)).isEqualTo(refused(CodeRefusal.UNKNOWN_KEY));
        String named = CODE.signedBy(ANOTHER).replaceFirst("^[^.]+", text.split("\\.", -1)[0]);
        assertThat(check(named, NOON)).isEqualTo(refused(CodeRefusal.FORGED));
    }

    /** A signature of zeroes verified with Java 15 to 18 (CVE-2022-21449). */
    @Test
    void aSignatureOfNothing_isForged() {
        assertThat(check(withPart(2, "A".repeat(86)), NOON)).isEqualTo(refused(CodeRefusal.FORGED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"none\",\"typ\":\"right+jwt\",\"kid\":\"KID\"}",
                "{\"alg\":\"HS256\",\"typ\":\"right+jwt\",\"kid\":\"KID\"}",
                "{\"alg\":\"ES384\",\"typ\":\"right+jwt\",\"kid\":\"KID\"}",
                "{\"alg\":\"ES256\",\"typ\":\"statuslist+jwt\",\"kid\":\"KID\"}",
                "{\"alg\":\"ES256\",\"typ\":\"right+jwt\"}",
                "{\"alg\":\"ES256\",\"typ\":\"right+jwt\",\"kid\":\"KID\",\"crit\":[\"b64\"],\"b64\":false}",
                "{\"alg\":\"ES256\",\"typ\":\"right+jwt\",\"kid\":\"KID\",\"jwk\":{\"kty\":\"EC\"}}",
                "{\"alg\":\"ES256\",\"typ\":\"right+jwt\",\"kid\":\"KID\",\"jku\":\"https://example.org\"}",
                "[]",
                ""
            })
    void anotherHeader_isNotReadAtAll(String header) {
        String named = header.replace("KID", KEY.publicKey().getKeyID());
        assertThat(check(withPart(0, Base64URL.encode(named).toString()), NOON))
                .isEqualTo(refused(CodeRefusal.UNREADABLE));
    }

    @Test
    void whatIsNoCode_isUnreadable_howeverLongItIs() {
        for (String shown : List.of(
                "",
                "..",
                "https://example.org",
                text + ".",
                text + " ",
                "." + text,
                text.replace('.', ','),
                text.replaceFirst("[.][^.]*$", "."),
                "A".repeat(10_000_000),
                text + "A".repeat(1_000_000))) {
            assertThat(check(shown, NOON)).isEqualTo(refused(CodeRefusal.UNREADABLE));
        }
    }

    /** What the hub signs for another use is no code, and what it signs wrongly is none either. */
    @Test
    void whatTheHubSigned_isACodeOnlyWithEveryClaim() throws NotBelieved {
        String list = WithdrawalList.of(HUB, List.of(), NOON).signedBy(KEY);
        assertThat(check(list, NOON)).isEqualTo(refused(CodeRefusal.UNREADABLE));
        Map<String, Object> claims =
                keys.believed(text, CounterCode.TYPE, CounterCode.LONGEST).values();
        for (String missing : claims.keySet()) {
            var fewer = new LinkedHashMap<>(claims);
            fewer.remove(missing);
            assertThat(check(KEY.signed(CounterCode.TYPE, fewer), NOON))
                    .as(missing)
                    .isEqualTo(refused(CodeRefusal.UNREADABLE));
        }
    }

    @Test
    void anotherRight_isNotTakenHere() {
        var check = new CodeCheck(keys, Optional.empty(), Optional.of(SchemeCode.of("COMPANION_CARD")));
        assertThat(check.check(text, NOON)).isEqualTo(refused(CodeRefusal.OTHER_RIGHT));
    }

    @Test
    void aFormerKey_isBelievedAsLongAsItIsHandedOut() {
        var both = new CounterKeys(List.of(ANOTHER.publicKey(), KEY.publicKey()));
        assertThat(new CodeCheck(both, Optional.empty(), Optional.empty()).check(text, NOON))
                .isEqualTo(new Checked.Valid(CODE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"keys\":[]}", "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AAAA\",\"kid\":\"a\"}]}"})
    void whatIsNoSetOfKeys_isRefused(String set) {
        assertThatThrownBy(() -> CounterKeys.read(set)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSecretPart_isNotHandedOut() {
        assertThat(keys.text()).doesNotContain("\"d\"");
        assertThat(new CounterKeys(List.of(CounterKey.read(KEY.secretText()).publicKey())).text())
                .isEqualTo(keys.text());
        assertThat(KEY).hasToString("CounterKey[" + KEY.publicKey().getKeyID() + "]");
        assertThat(keys.fingerprints()).containsOnlyKeys(KEY.publicKey().getKeyID());
    }

    private String withPart(int part, String other) {
        var parts = new ArrayList<>(List.of(text.split("\\.", -1)));
        parts.set(part, other);
        return String.join(".", parts);
    }
}
