package be.kruispunt.hub.door;

import static be.kruispunt.hub.sample.DemonstrationRegister.ADEM;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.kruispunt.broker.EmbeddedBroker;
import be.kruispunt.broker.Queues;
import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.hub.sample.Party.Mail;
import be.kruispunt.model.id.Digest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whatever an institution sends, it gets one answer, and nothing is set aside: messages with values out of place, signed
 * all the same, and messages that were changed after they were signed. Some are taken. The seed is fixed.
 */
@ExtendWith(SharedHub.class)
class WhateverIsSentTest {
    private static final int MESSAGES = 1_500;
    private static final Pattern VALUE = Pattern.compile(">([^<>]*[^<>\\s][^<>]*)</");
    private static final List<String> STRANGE = List.of(
            """
             ~0~-1~1e5~NaN~true~98~XX~2026~2026-02-29~0001-01-01~-0001-01-01~9999-12-31~10000-01-01~999999999-12-31~\
            0001-01-01T00:00:00Z~9999-12-31T23:59:59-14:00~-4713-01-01T00:00:00Z~2026-10-05T08:15:00.123456789Z~U1~U002~\
            LU:0099~NL:NL2001~BE:0206737484~PD_U1~UB_BUC_01~BL1~ffffffff-ffff-ffff-ffff-ffffffffffff~79441203718~é~\u0660~\
            \uD83D\uDE00~&amp;~&lt;a/&gt;~&#x85;~%s~{}~\\u0000~'; drop table message; --~99999999999999999999.99"""
                    .split("~", -1));

    private final Door door;
    private final Random random = new Random(2026);

    WhateverIsSentTest(Door door) {
        this.door = door;
    }

    @Test
    @Tag("long")
    void everyMessageIsAnsweredOnce_andNoneIsSetAside() {
        var answers = new HashMap<Digest, Integer>();
        for (int i = 0; i < MESSAGES; i++) {
            Kind kind = any(List.of(Kind.values()));
            byte[] xml = message(kind);
            if (answers.putIfAbsent(Digest.of(xml), 0) == null) {
                door.party(
                                random.nextInt(20) == 0
                                        ? ADEM
                                        : Messages.envelope(kind).from())
                        .send(xml);
            }
        }
        EmbeddedBroker broker = door.hub().hub().broker().orElseThrow();
        await().atMost(Door.PATIENCE).until(() -> broker.intakeDepth() == 0);
        assertThat(broker.queueDepth(Queues.DEAD_LETTER)).as("set aside").isZero();

        var mail = new ArrayList<Mail>();
        door.hub().parties().forEach((id, party) -> {
            while (broker.queueDepth(Queues.out(id)) > 0) { // counts what is taken and not yet acknowledged, too
                party.await(any -> true, Duration.ofSeconds(1)).ifPresent(mail::add);
            }
        });
        for (Mail item : mail) {
            switch (item) {
                case Mail.Receipt receipt -> answers.merge(receipt.content().received(), 1, Integer::sum);
                case Mail.Refusal refusal -> answers.merge(refusal.content().received(), 1, Integer::sum);
                case Mail.Letter _ -> {}
            }
        }
        assertThat(answers.values()).containsOnly(1);
        assertThat(mail).hasAtLeastOneElementOfType(Mail.Letter.class);
    }

    private byte[] message(Kind kind) {
        String text = door.messages().text(kind);
        for (int changes = random.nextInt(3); changes > 0; changes--) {
            text = valueChanged(text);
        }
        byte[] xml = door.messages().signed(Messages.envelope(kind).from(), text);
        return random.nextInt(4) == 0 ? bytesChanged(xml) : xml;
    }

    private String valueChanged(String text) {
        MatchResult value = any(VALUE.matcher(text).results().toList());
        return text.substring(0, value.start(1)) + any(STRANGE) + text.substring(value.end(1));
    }

    private byte[] bytesChanged(byte[] xml) {
        String text = new String(xml, UTF_8);
        int at = random.nextInt(text.length());
        int after = Math.min(text.length(), at + random.nextInt(20));
        return (text.substring(0, at) + any(STRANGE) + text.substring(after)).getBytes(UTF_8);
    }

    private <T> T any(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }
}
