package be.kruispunt.broker;

import static be.kruispunt.broker.Bodies.body;
import static be.kruispunt.broker.Bodies.bytes;
import static be.kruispunt.broker.Bodies.text;
import static be.kruispunt.broker.Bodies.ticket;
import static be.kruispunt.broker.Bodies.u002;
import static be.kruispunt.broker.Bodies.u004;
import static be.kruispunt.broker.TestNetwork.ADEM;
import static be.kruispunt.broker.TestNetwork.CNS;
import static be.kruispunt.broker.TestNetwork.RVA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Batches, transactions and ways out; the same on the embedded broker and, over AMQP and TLS, on one apart. */
final class IntakeTest extends BothWays {
    @ParameterizedTest
    @EnumSource
    void batchesFormOfWhatIsThere_acrossInstitutions(Way way) {
        send(ADEM, 50);
        send(CNS, 50);
        try (var route = new HubRoute(hub(way), batch -> {})) {
            await().until(() -> route.seen() == 100 && intakeIsEmpty());
            assertThat(route.batches).hasSizeLessThan(50).allSatisfy(batch -> assertThat(batch.messages())
                    .hasSizeBetween(1, 32));
            assertThat(route.batches.stream()
                            .flatMap(b -> b.messages().stream())
                            .map(BrokerMessage::user))
                    .contains(ADEM, CNS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFailedBatchComesBack_andWhatItSentIsGone(Way way) {
        send(ADEM, 40);
        var failures = new AtomicInteger(2);
        var committed = new AtomicInteger();
        try (var route = new HubRoute(hub(way), batch -> {
            batch.messages().forEach(m -> batch.deliveries().answer(m.user(), ticket(), body(m)));
            batch.deliveries()
                    .onCommitted(() -> committed.addAndGet(batch.messages().size()));
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("as the test wants it");
            }
        })) {
            await().until(() -> committed.get() == 40 && intakeIsEmpty());
            assertThat(route.seen()).isGreaterThan(40);
        }
        assertThat(received(ADEM)).hasSize(40).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void deliversAndAnswers_inOneTransaction(Way way) {
        send(ADEM, 10);
        try (var route = new HubRoute(hub(way), batch -> batch.messages().forEach(m -> {
            batch.deliveries().deliver(u002(RVA), body(m));
            batch.deliveries().answer(m.user(), ticket(), "receipt".getBytes(UTF_8));
        }))) {
            await().until(() -> route.seen() == 10 && intakeIsEmpty());
        }
        assertThat(received(RVA)).hasSize(10);
        assertThat(received(ADEM)).hasSize(10).containsOnly("receipt");
    }

    @ParameterizedTest
    @EnumSource
    void aRedelivery_isDroppedWhereTheBrokerHasIt_andDeliveredWhereNot(Way way) {
        Ticket delivered = ticket();
        Ticket lost = ticket();
        send(ADEM, 1);
        try (var route =
                new HubRoute(hub(way), batch -> batch.deliveries().deliver(u002(delivered, RVA), bytes("first")))) {
            await().until(() -> route.seen() == 1 && intakeIsEmpty());
        }
        send(ADEM, 2);
        try (var route = new HubRoute(hub(way), batch -> batch.messages().forEach(m -> {
            batch.deliveries().redeliver(u002(delivered, RVA), false, bytes("again"));
            batch.deliveries().redeliver(u002(lost, RVA), false, bytes("lost"));
            batch.deliveries().redeliver(u004(delivered, RVA), false, bytes("other document"));
            batch.deliveries().redeliver(u002(delivered, CNS), false, bytes("other receiver"));
            batch.deliveries().answer(ADEM, ticket(), bytes("receipt"));
        }))) {
            await().until(() -> route.seen() == 2 && intakeIsEmpty());
        }
        assertThat(received(RVA)).containsExactly("first", "lost", "other document");
        assertThat(received(CNS)).containsExactly("other receiver");
        assertThat(received(ADEM)).containsExactly("receipt", "receipt");
    }

    @ParameterizedTest
    @EnumSource
    void aMessageGivenBack_comesLater_withItsUserAndOneAttemptMore(Way way) {
        send(CNS, 1);
        var seen = new ArrayList<BrokerMessage>();
        var times = new ArrayList<Instant>();
        try (var route = new HubRoute(
                hub(way), "concurrency=1&batch=8", batch -> batch.messages().forEach(m -> {
                    seen.add(m);
                    times.add(Instant.now());
                    if (m.attempts() < 2) {
                        batch.deliveries().tryAgainLater(m, Duration.ofMillis(400));
                    }
                }))) {
            await().until(() -> route.seen() == 3 && intakeIsEmpty());
        }
        assertThat(seen).extracting(BrokerMessage::attempts).containsExactly(0, 1, 2);
        assertThat(seen).extracting(BrokerMessage::user).containsOnly(CNS);
        assertThat(seen)
                .extracting(BrokerMessage::arrivedAt)
                .containsOnly(seen.getFirst().arrivedAt());
        assertThat(seen).extracting(Bodies::text).containsOnly(text(seen.getFirst()));
        assertThat(Duration.between(times.get(0), times.get(1))).isGreaterThan(Duration.ofMillis(350));
    }

    @ParameterizedTest
    @EnumSource
    void aMessageThatIsHeldBack_isNotCounted_evenIfItIsNoBody(Way way) throws JMSException {
        try (RawClient adem = network.raw(ADEM)) {
            adem.send(Queues.in(ADEM), adem.session.createMapMessage());
            BytesMessage large = adem.session.createBytesMessage();
            large.writeBytes(new byte[TestNetwork.MAX_BODY + 1]);
            adem.send(Queues.in(ADEM), large);
        }
        var contents = new ArrayList<Content>();
        var attempts = new ArrayList<Integer>();
        try (var route = new HubRoute(hub(way), "concurrency=1&batch=1", batch -> {
            BrokerMessage message = batch.messages().getFirst();
            contents.add(message.content());
            attempts.add(message.attempts());
            if (contents.size() <= 2) {
                batch.deliveries().holdBack(message, Duration.ZERO);
            }
        })) {
            await().until(() -> route.seen() == 4 && intakeIsEmpty());
        }
        assertThat(attempts).containsOnly(0);
        assertThat(contents.subList(2, 4)).isEqualTo(contents.subList(0, 2));
        assertThat(contents.get(1))
                .isEqualTo(
                        new Content.TooLarge(TestNetwork.MAX_BODY + 1, Digest.of(new byte[TestNetwork.MAX_BODY + 1])));
    }

    @ParameterizedTest
    @EnumSource
    void whatTheHubGaveUpOn_canBeRunAgain(Way way) {
        send(ADEM, 3);
        var letters = new DeadLetters(hub(way));
        try (var route = new HubRoute(hub(way), "concurrency=1&batch=1", batch -> batch.messages()
                .forEach(m -> batch.deliveries().deadLetter(m, "the mapper failed")))) {
            await().until(() -> route.seen() == 3 && intakeIsEmpty());
        }
        assertThat(letters.list()).hasSize(3).allSatisfy(letter -> {
            assertThat(letter.user()).contains(ADEM);
            assertThat(letter.cause()).isEqualTo("the mapper failed");
            assertThat(letter.bytes()).isPositive();
            assertThat(letter.failedAt()).isBetween(Instant.now().minusSeconds(60), Instant.now());
        });
        String second = letters.list().get(1).id();
        assertThat(letters.retry(second)).isTrue();
        assertThat(letters.retry(second)).isFalse();
        assertThat(letters.list()).hasSize(2);
        assertThat(letters.retryAll()).isEqualTo(2);
        assertThat(letters.list()).isEmpty();
        Set<InstitutionId> users = ConcurrentHashMap.newKeySet();
        try (var route = new HubRoute(hub(way), batch -> batch.messages().forEach(m -> users.add(m.user())))) {
            await().until(() -> route.seen() == 3 && intakeIsEmpty());
        }
        assertThat(users).containsExactly(ADEM);
    }
}
