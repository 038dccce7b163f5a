package be.kruispunt.store;

import static be.kruispunt.store.Samples.ADEM;
import static be.kruispunt.store.Samples.RVA;
import static be.kruispunt.store.Samples.audited;
import static be.kruispunt.store.Samples.bytes;
import static be.kruispunt.store.Samples.caseId;
import static be.kruispunt.store.Samples.in;
import static be.kruispunt.store.Samples.keyOf;
import static be.kruispunt.store.Samples.opened;
import static be.kruispunt.store.Samples.refused;
import static be.kruispunt.store.Samples.taken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.kruispunt.model.cases.CaseFile;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstanceId;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.outcome.RefusalCode;
import be.kruispunt.store.RecordEntry.Taken;
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
        List<RecordEntry> batch =
                Stream.<RecordEntry>generate(Samples::taken).limit(32).toList();

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
        Taken entry = taken();
        store.record(List.of(entry), List.of());

        Known known = lookUp(new LookUpKey(ADEM, entry.digest(), Optional.empty(), Optional.empty(), Set.of()));

        EarlierMessage earlier = known.sameContent().orElseThrow();
        assertThat(earlier.ticket()).isEqualTo(entry.ticket());
        assertThat(earlier.delivered()).isFalse();
        assertThat(earlier.answer()).isEqualTo(entry.handled().answer());
        assertThat(earlier.deliveries()).singleElement().satisfies(document -> {
            assertThat(document.id().receiver()).isEqualTo(RVA);
            assertThat(document.xml()).isEqualTo(entry.outgoing().getFirst().xml());
        });
        assertThat(known.sameIdentifier()).isEmpty();
    }

    @Test
    void identifierThatIsTaken_isFoundUnderOtherContent() {
        Taken entry = taken();
        store.record(List.of(entry), List.of());

        Known known = lookUp(new LookUpKey(
                ADEM,
                Digest.of(bytes("other content")),
                entry.believed().map(h -> h.instance()),
                Optional.empty(),
                Set.of()));

        assertThat(known.sameContent()).isEmpty();
        assertThat(known.sameIdentifier().orElseThrow().digest()).isEqualTo(entry.digest());
    }

    @Test
    void contentAndIdentifierOfAnotherUser_areNoRepeat() {
        Taken entry = taken();
        store.record(List.of(entry), List.of());

        Known known = lookUp(new LookUpKey(
                RVA, entry.digest(), entry.believed().map(h -> h.instance()), Optional.empty(), Set.of()));

        assertThat(known.sameContent()).isEmpty();
        assertThat(known.sameIdentifier()).isEmpty();
    }

    @Test
    void answersComeInTheOrderOfTheKeys() {
        List<RecordEntry> batch =
                Stream.<RecordEntry>generate(Samples::taken).limit(5).toList();
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
        RecordEntry refused = refused(RefusalCode.RULE, Optional.empty(), List.of());
        store.record(List.of(refused), List.of());

        EarlierMessage earlier = lookUp(keyOf(refused)).sameContent().orElseThrow();
        assertThat(earlier.answer()).isEqualTo(refused.handled().answer());
        assertThat(earlier.deliveries()).isEmpty();
    }

    /** What time can heal is decided anew; the identifier stays with the bytes that first had it. */
    @Test
    void messageRefusedForNow_isNoRepeat_holdsItsIdentifier_andCanBeRecordedAgain() {
        Taken first = taken();
        RecordEntry refused = refused(first, RefusalCode.SENDER_NOT_INTEGRATED, true);
        store.record(List.of(refused), List.of());
        Known known = lookUp(keyOf(refused));
        assertThat(known.sameContent()).isEmpty();
        assertThat(known.sameIdentifier().orElseThrow().digest()).isEqualTo(refused.digest());

        store.record(List.of(refused(first, RefusalCode.RECEIVER_NOT_INTEGRATED, false)), List.of());
        RecordEntry accepted = Samples.takenLater(first);
        store.record(List.of(accepted), List.of());
        assertThat(lookUp(keyOf(refused)).sameContent().orElseThrow().ticket()).isEqualTo(accepted.ticket());
        assertThatThrownBy(() -> store.record(List.of(Samples.takenLater(first)), List.of()))
                .isInstanceOf(LostRace.class);
    }

    @Test
    void refusedMessage_leavesItsIdentifierFree() {
        Taken good = taken();
        store.record(List.of(refused(RefusalCode.RULE, good.believed(), List.of())), List.of());

        assertThat(lookUp(keyOf(good)).sameIdentifier()).isEmpty();
        store.record(List.of(good), List.of());
        assertThat(lookUp(keyOf(good)).sameIdentifier()).isPresent();
    }

    @Test
    void sameContent_losesTheRace_andNothingOfItsBatchIsWritten() {
        Taken first = taken("<same/>", new InstanceId(UUID.randomUUID()));
        store.record(List.of(first), List.of());
        Taken neighbour = in(opened(caseId()), taken());

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

        Taken other = taken("<b/>" + instance, instance);
        assertThatThrownBy(() -> store.record(List.of(other), List.of()))
                .isInstanceOf(LostRace.class)
                .hasMessageContaining("message_identifier_key");
        assertNothingWritten(other);
    }

    @Test
    void batchThatRepeatsItself_isAMistakeOfTheCaller() {
        Taken entry = taken();
        assertThatThrownBy(() -> store.record(List.of(entry, entry), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void deliveredMark_comesWithALaterBatchOrByItself() {
        Taken one = taken();
        Taken two = taken();
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
        Taken entry = taken();
        store.record(List.of(entry), List.of());
        RecordEntry sameTicket = Samples.unreadable(ADEM, entry.ticket());

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
        if (entry instanceof Taken taken) {
            assertThat(caseOf(taken.caseAfter())).isEmpty();
        }
    }

    private static void assertNoTraceOf(String secret, Throwable failure) {
        assertThat(failure).hasNoCause();
        assertThat(failure.toString()).doesNotContain(secret);
        assertThat(failure.getSuppressed()).isEmpty();
    }
}
