package be.kruispunt.store;

import static be.kruispunt.store.Samples.ADEM;
import static be.kruispunt.store.Samples.RVA;
import static be.kruispunt.store.Samples.audited;
import static be.kruispunt.store.Samples.bytes;
import static be.kruispunt.store.Samples.caseId;
import static be.kruispunt.store.Samples.in;
import static be.kruispunt.store.Samples.keyOf;
import static be.kruispunt.store.Samples.opened;
import static be.kruispunt.store.Samples.refusedForARule;
import static be.kruispunt.store.Samples.taken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.kruispunt.model.cases.CaseFile;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstanceId;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.outcome.RefusalCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Recording batches, and finding again what was recorded. */
class RecordTest {
    @RegisterExtension
    static final TestStore TEST = new TestStore();

    private final Store store = TEST.store();

    @Test
    void wholeBatchIsOneTransaction() {
        List<RecordEntry> batch = Stream.generate(Samples::taken).limit(32).toList();

        store.record(batch, List.of());

        List<String> tickets = batch.stream().map(e -> "'" + e.ticket() + "'").toList();
        String ofBatch = " where ticket in (" + String.join(",", tickets) + ")";
        assertThat(TEST.ask("select distinct xmin::text from (select xmin from message" + ofBatch
                        + " union all select xmin from evidence" + ofBatch + " union all select xmin from delivery"
                        + ofBatch + " union all select xmin from audit" + ofBatch
                        + " union all select xmin from message_person" + ofBatch + ") rows"))
                .hasSize(1);
        assertThat(TEST.ask("select count(*) from message" + ofBatch)).containsExactly("32");
    }

    @Test
    void repeatIsFoundByItsContent_withItsFirstAnswerAndDocuments() {
        RecordEntry entry = taken();
        store.record(List.of(entry), List.of());

        Known known = lookUp(new LookUpKey(ADEM, entry.digest(), Optional.empty(), Optional.empty(), Set.of()));

        EarlierMessage earlier = known.sameContent().orElseThrow();
        assertThat(earlier.ticket()).isEqualTo(entry.ticket());
        assertThat(earlier.delivered()).isFalse();
        assertThat(earlier.answer()).isEqualTo(entry.answer());
        assertThat(earlier.deliveries()).singleElement().satisfies(document -> {
            assertThat(document.id().receiver()).isEqualTo(RVA);
            assertThat(document.xml()).isEqualTo(entry.outgoing().getFirst().xml());
        });
        assertThat(known.sameIdentifier()).isEmpty();
    }

    @Test
    void identifierThatIsTaken_isFoundUnderOtherContent() {
        RecordEntry entry = taken();
        store.record(List.of(entry), List.of());

        Known known = lookUp(new LookUpKey(
                ADEM,
                Digest.of(bytes("other content")),
                entry.header().map(h -> h.instance()),
                Optional.empty(),
                Set.of()));

        assertThat(known.sameContent()).isEmpty();
        assertThat(known.sameIdentifier().orElseThrow().digest()).isEqualTo(entry.digest());
    }

    @Test
    void contentAndIdentifierOfAnotherUser_areNoRepeat() {
        RecordEntry entry = taken();
        store.record(List.of(entry), List.of());

        Known known = lookUp(
                new LookUpKey(RVA, entry.digest(), entry.header().map(h -> h.instance()), Optional.empty(), Set.of()));

        assertThat(known.sameContent()).isEmpty();
        assertThat(known.sameIdentifier()).isEmpty();
    }

    @Test
    void answersComeInTheOrderOfTheKeys() {
        List<RecordEntry> batch = Stream.generate(Samples::taken).limit(5).toList();
        store.record(batch, List.of());
        List<LookUpKey> keys = Stream.concat(batch.reversed().stream().map(Samples::keyOf), Stream.of(keyOf(taken())))
                .toList();

        List<Known> known = store.lookUp(keys);

        assertThat(known.stream().map(k -> k.sameContent().map(EarlierMessage::ticket)))
                .containsExactlyElementsOf(Stream.concat(
                                batch.reversed().stream().map(e -> Optional.of(e.ticket())),
                                Stream.of(Optional.<Ticket>empty()))
                        .toList());
        assertThat(store.lookUp(List.of())).isEmpty();
    }

    @Test
    void refusedMessageWithoutHeader_isRecordedAndFound() {
        RecordEntry refused = refusedForARule(Optional.empty());
        store.record(List.of(refused), List.of());

        EarlierMessage earlier = lookUp(keyOf(refused)).sameContent().orElseThrow();
        assertThat(earlier.answer()).isEqualTo(refused.answer());
        assertThat(earlier.deliveries()).isEmpty();
    }

    /** What time can heal is decided anew; the identifier stays with the bytes that first had it. */
    @Test
    void messageRefusedForNow_isNoRepeat_holdsItsIdentifier_andCanBeRecordedAgain() {
        RecordEntry first = taken();
        RecordEntry refused = decided(first, Optional.of(RefusalCode.SENDER_NOT_INTEGRATED), true);
        store.record(List.of(refused), List.of());
        Known known = lookUp(keyOf(refused));
        assertThat(known.sameContent()).isEmpty();
        assertThat(known.sameIdentifier().orElseThrow().digest()).isEqualTo(refused.digest());

        store.record(List.of(decided(first, Optional.of(RefusalCode.RECEIVER_NOT_INTEGRATED), false)), List.of());
        RecordEntry accepted = decided(first, Optional.empty(), false);
        store.record(List.of(accepted), List.of());
        assertThat(lookUp(keyOf(refused)).sameContent().orElseThrow().ticket()).isEqualTo(accepted.ticket());
        assertThatThrownBy(() -> store.record(List.of(decided(first, Optional.empty(), false)), List.of()))
                .isInstanceOf(LostRace.class);
    }

    private static RecordEntry decided(RecordEntry entry, Optional<RefusalCode> refusal, boolean ownsIdentifier) {
        return new RecordEntry(
                Samples.ticket(),
                entry.user(),
                entry.digest(),
                entry.receivedAt(),
                entry.header(),
                ownsIdentifier,
                refusal,
                entry.received(),
                entry.answer(),
                List.of(),
                Optional.empty(),
                entry.persons(),
                entry.audit());
    }

    @Test
    void refusedMessage_leavesItsIdentifierFree() {
        RecordEntry good = taken();
        store.record(List.of(refusedForARule(good.header())), List.of());

        assertThat(lookUp(keyOf(good)).sameIdentifier()).isEmpty();
        store.record(List.of(good), List.of());
        assertThat(lookUp(keyOf(good)).sameIdentifier()).isPresent();
    }

    @Test
    void sameContent_losesTheRace_andNothingOfItsBatchIsWritten() {
        RecordEntry first = taken("<same/>", new InstanceId(UUID.randomUUID()));
        store.record(List.of(first), List.of());
        RecordEntry neighbour = in(opened(caseId()), taken());

        assertThatThrownBy(() -> store.record(
                        List.of(neighbour, taken("<same/>", new InstanceId(UUID.randomUUID()))),
                        List.of(first.ticket())))
                .isInstanceOf(LostRace.class)
                .hasMessageContaining("message_content_key");

        assertNothingWritten(neighbour);
        assertThat(lookUp(keyOf(first)).sameContent().orElseThrow().delivered()).isFalse();
    }

    @Test
    void sameIdentifier_losesTheRace() {
        InstanceId instance = new InstanceId(UUID.randomUUID());
        store.record(List.of(taken("<a/>" + instance, instance)), List.of());

        RecordEntry other = taken("<b/>" + instance, instance);
        assertThatThrownBy(() -> store.record(List.of(other), List.of()))
                .isInstanceOf(LostRace.class)
                .hasMessageContaining("message_identifier_key");
        assertNothingWritten(other);
    }

    @Test
    void batchThatRepeatsItself_isAMistakeOfTheCaller() {
        RecordEntry entry = taken();
        assertThatThrownBy(() -> store.record(List.of(entry, entry), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void deliveredMark_comesWithALaterBatchOrByItself() {
        RecordEntry one = taken();
        RecordEntry two = taken();
        store.record(List.of(one, two), List.of());

        store.record(List.of(taken()), List.of(one.ticket()));
        assertThat(lookUp(keyOf(one)).sameContent().orElseThrow().delivered()).isTrue();
        assertThat(lookUp(keyOf(two)).sameContent().orElseThrow().delivered()).isFalse();

        store.markDelivered(List.of(one.ticket(), two.ticket(), two.ticket()));
        assertThat(lookUp(keyOf(two)).sameContent().orElseThrow().delivered()).isTrue();
        store.markDelivered(List.of());
    }

    @Test
    void badText_failsByItsCode_withoutItsValue() {
        RecordEntry nul = audited("secret\0value", taken());
        RecordFailed failed =
                catchThrowableOfType(RecordFailed.class, () -> store.record(List.of(taken(), nul), List.of()));

        assertThat(failed.sqlState()).isEqualTo("22P05");
        assertThat(failed.constraint()).isEmpty();
        assertNoTraceOf("secret", failed);
        assertNothingWritten(nul);
    }

    @Test
    void brokenConstraint_isNamedWithoutTheRow() {
        RecordEntry entry = taken();
        store.record(List.of(entry), List.of());
        RecordEntry other = taken();
        RecordEntry sameTicket = new RecordEntry(
                entry.ticket(),
                ADEM,
                other.digest(),
                other.receivedAt(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                other.answer(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of());

        RecordFailed failed =
                catchThrowableOfType(RecordFailed.class, () -> store.record(List.of(sameTicket), List.of()));

        assertThat(failed.sqlState()).isEqualTo("23505");
        assertThat(failed.constraint().orElseThrow()).endsWith("_pkey");
        assertNoTraceOf(entry.ticket().toString(), failed);
    }

    private Known lookUp(LookUpKey key) {
        return store.lookUp(List.of(key)).getFirst();
    }

    private Optional<CaseFile> caseOf(CaseFile file) {
        return lookUp(new LookUpKey(
                        ADEM, Digest.of(bytes("unknown")), Optional.empty(), Optional.of(file.id()), Set.of()))
                .cases()
                .stream()
                .findFirst();
    }

    private void assertNothingWritten(RecordEntry entry) {
        for (String table : List.of("message", "evidence", "delivery", "audit", "message_person")) {
            assertThat(TEST.ask("select count(*) from " + table + " where ticket = '" + entry.ticket() + "'"))
                    .as(table)
                    .containsExactly("0");
        }
        entry.caseAfter().ifPresent(file -> assertThat(caseOf(file)).isEmpty());
    }

    private static void assertNoTraceOf(String secret, Throwable failure) {
        assertThat(failure).hasNoCause();
        assertThat(failure.toString()).doesNotContain(secret);
        assertThat(failure.getSuppressed()).isEmpty();
    }
}
