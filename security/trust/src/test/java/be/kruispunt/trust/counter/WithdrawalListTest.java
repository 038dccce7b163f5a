package be.kruispunt.trust.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.kruispunt.model.id.CodeId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.rights.SchemeCode;
import be.kruispunt.trust.counter.CodeCheck.Checked;
import com.nimbusds.jose.util.Base64URL;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;

/** Which codes were withdrawn, as a counter without a connection has it. */
class WithdrawalListTest {
    private static final InstitutionId HUB = InstitutionId.of("BE:0999999922");
    private static final Instant NOW = Instant.parse("2026-11-26T11:00:00Z");
    private static final CounterKey KEY = CounterKey.make();

    private final CounterKeys keys = new CounterKeys(List.of(KEY.publicKey()));

    private static CounterCode code(InstitutionId issuer, int place) {
        LocalDate today = LocalDate.of(2026, 11, 26);
        return new CounterCode(
                issuer,
                SchemeCode.of("MUNICIPAL_LEISURE_PASS"),
                today,
                today.plusDays(30),
                CodeId.of("4F7QK2M9ZX1CRT8B"),
                place,
                OptionalInt.empty());
    }

    private Checked check(CounterCode code, String list, Instant now) throws NotBelieved {
        return new CodeCheck(keys, Optional.of(WithdrawalList.read(list, keys)), Optional.empty())
                .check(code.signedBy(KEY), now);
    }

    @Test
    void aWithdrawnCode_isRefused_andItsNeighboursAreNot() throws NotBelieved {
        String list = WithdrawalList.of(HUB, List.of(0, 9, WithdrawalList.SIZE - 1), NOW)
                .signedBy(KEY);
        for (int place : List.of(0, 9, WithdrawalList.SIZE - 1)) {
            assertThat(check(code(HUB, place), list, NOW)).isEqualTo(new Checked.Refused(CodeRefusal.WITHDRAWN));
        }
        for (int place : List.of(1, 8, 10, WithdrawalList.SIZE - 2)) {
            assertThat(check(code(HUB, place), list, NOW)).isInstanceOf(Checked.Valid.class);
        }
    }

    @Test
    void yesterdaysList_isGood_andThatOfAWeekAgoIsNot_butWhatWasWithdrawnStaysSo() throws NotBelieved {
        String list = WithdrawalList.of(HUB, List.of(9), NOW).signedBy(KEY);
        assertThat(check(code(HUB, 1), list, NOW.plus(Duration.ofDays(7)).minusSeconds(1)))
                .isInstanceOf(Checked.Valid.class);
        Instant aWeekLater = NOW.plus(Duration.ofDays(7));
        assertThat(check(code(HUB, 1), list, aWeekLater)).isEqualTo(new Checked.Refused(CodeRefusal.LIST_TOO_OLD));
        assertThat(check(code(HUB, 9), list, aWeekLater)).isEqualTo(new Checked.Refused(CodeRefusal.WITHDRAWN));
    }

    @Test
    void anotherHubsList_saysNothing() throws NotBelieved {
        String list = WithdrawalList.of(HUB, List.of(), NOW).signedBy(KEY);
        assertThat(check(code(InstitutionId.of("BE:0999900150"), 1), list, NOW))
                .isEqualTo(new Checked.Refused(CodeRefusal.LIST_OF_ANOTHER));
    }

    @Test
    void aList_isBelievedForItsSignatureOnly() {
        String list = WithdrawalList.of(HUB, List.of(9), NOW).signedBy(KEY);
        String emptied = WithdrawalList.of(HUB, List.of(), NOW).signedBy(KEY);
        String mixed = list.substring(0, list.indexOf('.'))
                + emptied.substring(emptied.indexOf('.'), emptied.lastIndexOf('.'))
                + list.substring(list.lastIndexOf('.'));
        assertThatThrownBy(() -> WithdrawalList.read(mixed, keys)).hasMessage(CodeRefusal.FORGED.meaning());
        String anothers = WithdrawalList.of(HUB, List.of(), NOW).signedBy(CounterKey.make());
        assertThatThrownBy(() -> WithdrawalList.read(anothers, keys)).hasMessage(CodeRefusal.UNKNOWN_KEY.meaning());
        assertThatThrownBy(() -> WithdrawalList.read(code(HUB, 1).signedBy(KEY), keys))
                .hasMessage(CodeRefusal.UNREADABLE.meaning());
    }

    /** What expands without end is not expanded to its end, even where the hub's own key signed it. */
    @Test
    void aListThatIsTooLarge_isNotRead() throws IOException {
        var compressed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(compressed)) {
            var nothing = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                out.write(nothing);
            }
        }
        String bomb = KEY.signed(
                WithdrawalList.TYPE,
                Map.of(
                        "iss", HUB.value(),
                        "sub", WithdrawalList.uri(HUB),
                        "iat", NOW.getEpochSecond(),
                        "exp", NOW.getEpochSecond() + 60,
                        "status_list",
                                Map.of(
                                        "bits",
                                        1,
                                        "lst",
                                        Base64URL.encode(compressed.toByteArray())
                                                .toString())));
        assertThatThrownBy(() -> WithdrawalList.read(bomb, keys)).hasMessage(CodeRefusal.UNREADABLE.meaning());
    }

    /** As the draft shows it (section 4.1): the first status is the lowest bit of the first byte. */
    @Test
    void bits_standInTheOrderOfTheStandard() throws NotBelieved {
        String list = WithdrawalList.of(HUB, List.of(0, 3, 4, 5, 7, 8, 9, 13, 15), NOW)
                .signedBy(KEY);
        Claims claims = keys.believed(list, WithdrawalList.TYPE, list.length());
        assertThat(claims.values()).containsKeys("iss", "sub", "iat", "exp", "ttl", "status_list");
        assertThat(new String(expanded(claims), 0, 2, StandardCharsets.ISO_8859_1))
                .isEqualTo("\u00b9\u00a3");
    }

    private static byte[] expanded(Claims claims) {
        try {
            var in = new InflaterInputStream(new ByteArrayInputStream(
                    new Base64URL(claims.object("status_list").text("lst")).decode()));
            byte[] bytes = in.readAllBytes();
            assertThat(bytes).hasSize(WithdrawalList.SIZE / 8);
            return bytes;
        } catch (IOException | ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** So large is what a pool fetches: of many thousand withdrawn codes less than a photograph. */
    @Test
    void aList_isSmall() {
        assertThat(WithdrawalList.of(HUB, List.of(), NOW).signedBy(KEY)).hasSizeLessThan(1_500);
        var random = new Random(1);
        var places = new HashSet<Integer>();
        while (places.size() < 20_000) {
            places.add(random.nextInt(WithdrawalList.SIZE));
        }
        assertThat(WithdrawalList.of(HUB, places, NOW).signedBy(KEY)).hasSizeLessThan(120_000);
    }
}
