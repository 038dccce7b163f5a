package be.kruispunt.documents;

import static be.kruispunt.documents.Fixture.bytes;
import static be.kruispunt.documents.Fixture.sample;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.documents.xml.Unreadable;
import be.kruispunt.model.outcome.Step;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever is done to a message, it is read or refused, and validated or refused: any other exception would be a failure
 * of the hub's, and leave the sender without its answer. The seed is fixed: one commit, one verdict.
 */
class BrokenMessagesTest {
    private static final Pattern VALUE = Pattern.compile(">([^<>]+)</");
    private static final List<String> MARKUP = pieces(
            """
            :~::~xmlns:~<~</~/>~>~=""~ a=""~ xmlns=""~ xmlns:x=""~ xmlns:xmlns="u"~ xmlns:xml="u"~ xsi:nil="true"~\
             xmlns:q="http://www.w3.org/2000/xmlns/"~ xmlns:q="u" q:a="1"~"~'~&~&#0;~&#x1F;~&#xD800;~&#xFFFE;~&lt;~&x;~\
            <![CDATA[~]]>~<!--~-->~<?x ?>~<!DOCTYPE a>~\u0000~\u0085~\u2028~\u0300~\u2170~\uD83D\uDE00~\n~\r""");
    private static final List<String> VALUES = pieces(
            """
             ~0~-1~1e5~NaN~INF~.5~-0~true~P1Y~2026~2026-02-29~0000-01-01~-0001-01-01~10000-01-01~1990-00-00~XX~BE:~\
            9999999999-12-31~2026-10-05+14:00~2026-10-05T24:00:00Z~2026-10-05T08:15:00.123456789123Z~LU:0053~98~\
            85073003328~00000000097~111111111111111111111111111111111111111111~é~\u0660~\u00A0~&amp;~&lt;a/&gt;""");

    private static List<String> pieces(String text) {
        return List.of(text.split("~", -1));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void brokenMarkup(Kind kind) {
        assertThat(read(kind, 2_000, BrokenMessagesTest::markupChanged)).isBetween(100, 1_900);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void valuesOutOfPlace(Kind kind) {
        assertThat(read(kind, 500, BrokenMessagesTest::valueChanged)).isBetween(100, 490);
    }

    /** How many of so many messages, each changed in one to three places, were read. */
    private static int read(Kind kind, int messages, BiFunction<String, Random, String> change) {
        Random random = new Random(2026);
        int read = 0;
        for (int i = 0; i < messages; i++) {
            String message = sample(kind);
            for (int more = random.nextInt(3); more >= 0; more--) {
                message = change.apply(message, random);
            }
            read += reads(message) ? 1 : 0;
        }
        return read;
    }

    private static boolean reads(String message) {
        try {
            Fixture.VALIDATOR.validate(Fixture.READER.read(bytes(message)));
            return true;
        } catch (Unreadable refused) {
            assertThat(refused.code().step()).isEqualTo(Step.PARSE);
            assertThat(refused).hasNoCause();
            return false;
        } catch (RuntimeException e) {
            throw new AssertionError(message, e);
        }
    }

    private static String markupChanged(String message, Random random) {
        int at = random.nextInt(message.length());
        int after = random.nextBoolean() ? at : Math.min(message.length(), at + random.nextInt(12));
        return message.substring(0, at) + MARKUP.get(random.nextInt(MARKUP.size())) + message.substring(after);
    }

    private static String valueChanged(String message, Random random) {
        List<MatchResult> values = VALUE.matcher(message).results().toList();
        MatchResult value = values.get(random.nextInt(values.size()));
        return message.substring(0, value.start(1))
                + VALUES.get(random.nextInt(VALUES.size()))
                + message.substring(value.end(1));
    }
}
