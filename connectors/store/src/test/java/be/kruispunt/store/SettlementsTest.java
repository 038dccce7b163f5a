package be.kruispunt.store;

import static be.kruispunt.store.Samples.NOW;
import static be.kruispunt.store.Samples.RVA;
import static be.kruispunt.store.Samples.U002;
import static be.kruispunt.store.Samples.U1;
import static be.kruispunt.store.Samples.taken;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import be.kruispunt.model.id.Ticket;
import be.kruispunt.store.RecordEntry.Taken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What became of documents, and the broker's token. */
class SettlementsTest {
    @RegisterExtension
    static final TestStore TEST = new TestStore();

    private static final Instant LATER = NOW.plusSeconds(60);

    private final Store store = TEST.store();

    private static SettledDelivery took(Ticket ticket, Instant at) {
        return took(ticket, U1.code(), at);
    }

    private static SettledDelivery took(Ticket ticket, String document, Instant at) {
        return new SettledDelivery(ticket, RVA, Optional.of(document), Optional.of(at), Optional.empty());
    }

    private static SettledDelivery rejected(Ticket ticket, String document, Instant at) {
        return new SettledDelivery(ticket, RVA, Optional.of(document), Optional.empty(), Optional.of(at));
    }

    /** As the broker tells of what it had before. */
    private static SettledDelivery tookWhatDoesNotSayWhatItIs(Ticket ticket, Instant at) {
        return new SettledDelivery(ticket, RVA, Optional.empty(), Optional.of(at), Optional.empty());
    }

    private Ticket queued() {
        Taken entry = taken();
        store.record(List.of(entry), List.of());
        store.markDelivered(List.of(entry.ticket()));
        return entry.ticket();
    }

    private List<Ticket> open() {
        var open = new ArrayList<Ticket>();
        store.openDeliveries(delivery -> {
            assertThat(new String(delivery.xml(), UTF_8))
                    .contains(delivery.id().ticket().toString());
            assertThat(delivery.id().receiver()).isEqualTo(RVA);
            assertThat(delivery.formerId()).isFalse();
            open.add(delivery.id().ticket());
        });
        return open;
    }

    private TracedMessage.Delivery delivery(Ticket ticket) {
        return store.trace(new TraceQuery.ByTicket(ticket))
                .getFirst()
                .deliveries()
                .getFirst();
    }

    @Test
    void aDocumentIsOpenFromItsMarkUntilItsReceiverTookIt() {
        Taken entry = taken();
        store.record(List.of(entry), List.of());
        assertThat(open()).doesNotContain(entry.ticket());
        store.record(List.of(taken()), List.of(entry.ticket()));
        assertThat(open()).contains(entry.ticket());

        store.settle(List.of(rejected(entry.ticket(), U1.code(), NOW)));
        assertThat(open()).contains(entry.ticket());
        store.settle(List.of(took(entry.ticket(), LATER)));
        assertThat(open()).doesNotContain(entry.ticket());
        assertThat(delivery(entry.ticket()))
                .satisfies(delivery -> assertThat(delivery.queuedAt()).isPresent())
                .returns(Optional.of(LATER), TracedMessage.Delivery::takenAt)
                .returns(Optional.of(NOW), TracedMessage.Delivery::returnedAt);
    }

    @Test
    void itIsTakenOnce_howeverOftenThatIsTold_andBeforeItsMark() {
        Taken entry = taken();
        store.record(List.of(entry), List.of());
        store.settle(List.of(took(entry.ticket(), NOW), took(entry.ticket(), LATER)));
        store.settle(List.of(took(entry.ticket(), LATER)));
        store.markDelivered(List.of(entry.ticket()));
        assertThat(delivery(entry.ticket()))
                .returns(Optional.of(NOW), TracedMessage.Delivery::takenAt)
                .returns(Optional.of(NOW), TracedMessage.Delivery::queuedAt);
        assertThat(open()).doesNotContain(entry.ticket());
    }

    /** Whoever is faster than the mark tells by that that it was there. */
    @Test
    void whatWasTakenOrRejected_wasQueuedByThen() {
        RecordEntry entry = taken();
        store.record(List.of(entry), List.of());
        assertThat(delivery(entry.ticket()).queuedAt()).isEmpty();
        store.settle(List.of(rejected(entry.ticket(), U1.code(), NOW)));
        assertThat(delivery(entry.ticket()).queuedAt()).hasValue(NOW);
        store.settle(List.of(took(entry.ticket(), LATER)));
        store.markDelivered(List.of(entry.ticket()));
        assertThat(delivery(entry.ticket()).queuedAt()).hasValue(NOW);
    }

    @Test
    void ofTwoDocumentsForOneReceiver_oneIsTakenAndTheOtherStaysOpen() {
        Taken entry = Samples.takenAs(U1, U002);
        store.record(List.of(entry), List.of());
        store.markDelivered(List.of(entry.ticket()));
        store.settle(List.of(took(entry.ticket(), "U1", NOW), rejected(entry.ticket(), "U002", LATER)));
        assertThat(open()).containsOnlyOnce(entry.ticket());
        assertThat(store.trace(new TraceQuery.ByTicket(entry.ticket()))
                        .getFirst()
                        .deliveries())
                .extracting(
                        TracedMessage.Delivery::type,
                        TracedMessage.Delivery::takenAt,
                        TracedMessage.Delivery::returnedAt)
                .containsExactly(
                        tuple(U002, Optional.empty(), Optional.of(LATER)),
                        tuple(U1, Optional.of(NOW), Optional.empty()));
        store.settle(List.of(took(entry.ticket(), "U002", LATER)));
        assertThat(open()).doesNotContain(entry.ticket());
    }

    @Test
    void whatDoesNotSayWhatItIs_isTheReceiversOnlyDocument_alsoWhenBothAreToldAtOnce() {
        Taken entry = taken();
        store.record(List.of(entry), List.of());
        store.markDelivered(List.of(entry.ticket()));
        store.settle(List.of(
                tookWhatDoesNotSayWhatItIs(entry.ticket(), NOW),
                took(entry.ticket(), LATER),
                tookWhatDoesNotSayWhatItIs(Samples.ticket(), NOW)));
        assertThat(open()).doesNotContain(entry.ticket());
        assertThat(delivery(entry.ticket()).takenAt()).contains(NOW);
    }

    @Test
    void everythingThatIsOpenIsRead_pageByPage() {
        List<Ticket> tickets = Stream.generate(this::queued).limit(3).toList();
        List<RecordEntry> many =
                Stream.<RecordEntry>generate(Samples::taken).limit(1_100).toList();
        store.record(many, List.of());
        store.markDelivered(many.stream().map(RecordEntry::ticket).toList());
        assertThat(open())
                .doesNotHaveDuplicates()
                .isSorted()
                .containsAll(tickets)
                .containsAll(many.stream().map(RecordEntry::ticket).toList());
    }

    @Test
    void theLastTokenIsRemembered() {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        store.rememberBrokerToken(first);
        store.rememberBrokerToken(second);
        assertThat(store.brokerToken()).contains(second);
    }
}
