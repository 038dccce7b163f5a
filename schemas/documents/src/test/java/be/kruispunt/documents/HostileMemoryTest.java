package be.kruispunt.documents;

import static be.kruispunt.documents.Fixture.bytes;
import static be.kruispunt.documents.Fixture.sample;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.documents.xml.Unreadable;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What strangers write does not stay: the heap that lives after a thousand hostile messages is that before them. Each
 * kind would leave more than the margin if one table anywhere kept its names.
 */
class HostileMemoryTest {
    private static final long MARGIN = 3L << 20;
    private static final String LONG = "x".repeat(30_000);

    /** Unreadable, with a long name that is new in each message. */
    private static final List<String> UNREADABLE = List.of(
            "<%s/>",
            "<a %s=''/>",
            "<a xmlns:%s='u'/>",
            "<a xmlns='%s'/>",
            "<%s:a/>",
            "<a></%s>",
            "<a>&%s;</a>",
            "<a><?%s?></a>",
            "<!DOCTYPE %s><a/>",
            "<!DOCTYPE a [<!ENTITY %s 'x'>]><a/>",
            "<!DOCTYPE a SYSTEM '%s'><a/>",
            "<a>%s</a>",
            "<a b='%s'/>",
            "<?xml version='1.0' encoding='%s'?><a/>",
            "<%s");

    /** Messages, unsigned, with many names that are new in each. */
    private static final List<UnaryOperator<String>> MESSAGES = List.of(
            names -> sample(Kind.U1, "</sbdh:BusinessScope>", each(names, "<%s/>") + "</sbdh:BusinessScope>"),
            names -> sample(
                    Kind.U1, "</sbdh:BusinessScope>", each(names, "<a:%s xmlns:a='u'/>") + "</sbdh:BusinessScope>"),
            names -> sample(Kind.U1, "<sbdh:HeaderVersion>", "<sbdh:HeaderVersion " + each(names, " %s=''") + ">"),
            names -> sample(Kind.U1, "<Person>", "<Person>" + each(names, "<%s/>")),
            names -> sample(Kind.U1, "<familyName>", "<familyName" + each(names, " xmlns:%s='u'") + ">"),
            names -> sample(Kind.U1, "<sbdh:Type>", "<sbdh:Type" + each(names, " xmlns:%s='u'") + ">"),
            names -> sample(Kind.U1, "<familyName>", "<familyName" + each(names, " xmlns:p='%s'") + ">"));

    private static String each(String names, String format) {
        return names.lines().map(format::formatted).reduce("", String::concat);
    }

    @Test
    void theHeapIsAsBefore() {
        runAll(0);
        long before = live();
        runAll(1);
        assertThat(live() - before).isLessThan(MARGIN);
        assertThat(Fixture.findings(sample(Kind.U1))).isEmpty();
    }

    private static void runAll(int round) {
        int messages = round == 0 ? 2 : 200;
        for (String kind : UNREADABLE) {
            run(messages, i -> kind.formatted("n" + round + "-" + i + LONG));
        }
        for (UnaryOperator<String> kind : MESSAGES) {
            run(messages, i -> kind.apply(names(round + "-" + i)));
        }
    }

    private static String names(String unique) {
        return IntStream.range(0, 30)
                .mapToObj(i -> "n" + unique + "-" + i + "y".repeat(170) + "\n")
                .reduce("", String::concat);
    }

    private static void run(int messages, IntFunction<String> hostile) {
        for (int i = 0; i < messages; i++) {
            try {
                Fixture.VALIDATOR.validate(Fixture.READER.read(bytes(hostile.apply(i))));
            } catch (Unreadable e) {
                assertThat(e.detail()).hasSizeLessThan(500);
            }
        }
    }

    private static long live() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
