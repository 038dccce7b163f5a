package be.kruispunt.store;

import static be.kruispunt.store.Samples.ADEM;
import static be.kruispunt.store.Samples.CNS;
import static be.kruispunt.store.Samples.NOW;
import static be.kruispunt.store.Samples.RVA;
import static be.kruispunt.store.Samples.caseId;
import static be.kruispunt.store.Samples.header;
import static be.kruispunt.store.Samples.in;
import static be.kruispunt.store.Samples.institution;
import static be.kruispunt.store.Samples.opened;
import static be.kruispunt.store.Samples.taken;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.cases.CaseFile;
import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.CountryCode;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstanceId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.id.Matricule;
import be.kruispunt.model.id.OtherPersonNumber;
import be.kruispunt.model.id.PersonNumber;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.outcome.RefusalCode;
import be.kruispunt.store.RecordEntry.Taken;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an auditor finds again. */
class TraceTest {
    @RegisterExtension
    static final TestStore TEST = new TestStore();

    private final Store store = TEST.store();

    @Test
    void wholePathIsFoundByTicket() {
        CaseFile file = opened(caseId());
        Taken entry = in(file, taken());
        store.record(List.of(entry), List.of());
        store.markDelivered(List.of(entry.ticket()));

        List<TracedMessage> found = store.trace(new TraceQuery.ByTicket(entry.ticket()));
        Optional<Instant> queued = found.getFirst().deliveries().getFirst().queuedAt();
        assertThat(queued).isPresent();
        assertThat(found)
                .containsExactly(new TracedMessage(
                        entry.ticket(),
                        ADEM,
                        entry.digest(),
                        NOW,
                        entry.believed(),
                        Optional.empty(),
                        true,
                        Optional.of(file),
                        List.of(new TracedMessage.Delivery(
                                RVA,
                                Samples.U1,
                                Digest.of(entry.outgoing().getFirst().xml()),
                                queued,
                                Optional.empty(),
                                Optional.empty())),
                        entry.handled().audit()));
    }

    @Test
    void messagesOfACase_areFoundOldestFirst_withTheRefusedOneThatNamedIt() {
        CaseFile first = opened(caseId());
        CaseFile second = Samples.advanced(first);
        Taken opening = in(first, taken());
        Taken answer = in(second, taken());
        RecordEntry refused = refused(Optional.of(first.id()), List.of());
        store.record(List.of(opening, answer, refused), List.of());

        List<TracedMessage> found = store.trace(new TraceQuery.ByCase(first.id()));

        assertThat(found)
                .extracting(TracedMessage::ticket)
                .containsExactlyInAnyOrder(opening.ticket(), answer.ticket(), refused.ticket())
                .isSorted();
        assertThat(found).allSatisfy(message -> assertThat(message.caseFile()).contains(second));
    }

    @Test
    void messagesWithAnIdentifier_areFound_withTheRefusedOnes() {
        store.registerWriter().putInstitutions(List.of(institution(ADEM, "ADEM")));
        InstanceId instance = new InstanceId(UUID.randomUUID());
        Taken owner = taken("<owner/>" + instance, instance);
        RecordEntry refused = Samples.refused(
                RefusalCode.DUPLICATE_IDENTIFIER, Optional.of(header(instance, Optional.empty())), List.of());
        store.record(List.of(owner, refused), List.of());

        assertThat(store.trace(new TraceQuery.ByInstance(instance)))
                .extracting(TracedMessage::ticket, TracedMessage::refusal)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(owner.ticket(), Optional.empty()),
                        org.assertj.core.groups.Tuple.tuple(
                                refused.ticket(), Optional.of(RefusalCode.DUPLICATE_IDENTIFIER)));
    }

    @Test
    void messagesAboutAPersonWhoseNumberWasReplaced_areFoundByTheOldNumberAndTheNew() {
        Insz old = Insz.of("79441203718");
        Insz present = Insz.of("66091804291");
        store.registerWriter().putReplacedNumbers(Map.of(old, present));
        RecordEntry before = refused(Optional.empty(), List.of(old));
        RecordEntry after = refused(Optional.empty(), List.of(present));
        store.record(List.of(before, after), List.of());

        for (Insz number : List.of(old, present)) {
            assertThat(store.trace(new TraceQuery.ByPerson(number)))
                    .extracting(TracedMessage::ticket)
                    .containsExactlyInAnyOrder(before.ticket(), after.ticket());
        }
    }

    @Test
    void messagesAboutAPerson_areFoundByEachOfTheNumbers() {
        PersonNumber insz = Insz.of("01490700185");
        PersonNumber matricule = Matricule.of("1893120105732");
        PersonNumber french = PersonNumber.of(CountryCode.of("FR"), "2 95 10 99126111 93");
        RecordEntry entry = refused(Optional.empty(), List.of(insz, matricule, french, insz));
        store.record(List.of(entry), List.of());

        for (PersonNumber number : List.of(insz, matricule, french)) {
            assertThat(store.trace(new TraceQuery.ByPerson(number)))
                    .extracting(TracedMessage::ticket)
                    .containsExactly(entry.ticket());
        }
        assertThat(store.trace(new TraceQuery.ByPerson(new OtherPersonNumber(CountryCode.of("DE"), "1"))))
                .isEmpty();
    }

    @Test
    void messageWithoutHeader_isTraced() {
        RecordEntry unreadable = Samples.unreadable(CNS, Samples.ticket());
        store.record(List.of(unreadable), List.of());

        assertThat(store.trace(new TraceQuery.ByTicket(unreadable.ticket())))
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.header()).isEmpty();
                    assertThat(message.caseFile()).isEmpty();
                    assertThat(message.refusal()).contains(RefusalCode.TOO_LARGE);
                });
        assertThat(store.evidence(unreadable.ticket()).orElseThrow().received()).isEmpty();
    }

    @Test
    void evidenceIsByteForByteWhatWasRecorded() {
        Taken entry = taken("<content>" + "é".repeat(100_000) + "</content>", new InstanceId(UUID.randomUUID()));
        store.record(List.of(entry), List.of());

        Evidence evidence = store.evidence(entry.ticket()).orElseThrow();

        assertThat(evidence.received().orElseThrow())
                .isEqualTo(entry.handled().received().orElseThrow());
        assertThat(evidence.answer()).isEqualTo(entry.handled().answer());
        assertThat(evidence.sent()).singleElement().satisfies(sent -> {
            assertThat(sent.id().receiver()).isEqualTo(RVA);
            assertThat(sent.xml()).isEqualTo(entry.outgoing().getFirst().xml());
        });
        assertThat(store.evidence(Samples.ticket())).isEmpty();
        assertThat(store.trace(new TraceQuery.ByTicket(Samples.ticket()))).isEmpty();
    }

    @Test
    void statsCount() {
        StoreStats before = store.stats();
        Taken good = in(opened(caseId()), taken());
        store.record(List.of(good, refused(Optional.empty(), List.of())), List.of());
        store.markDelivered(List.of(good.ticket()));

        assertThat(store.stats())
                .isEqualTo(new StoreStats(
                        before.messages() + 2,
                        before.refused() + 1,
                        before.undelivered() + 1,
                        before.cases() + 1,
                        before.directoryLines(),
                        before.institutions()));
        assertThat(store.sizeOnDisk()).isPositive();
    }

    private static RecordEntry refused(Optional<CaseId> named, List<PersonNumber> persons) {
        Header header = header(new InstanceId(UUID.randomUUID()), named);
        return Samples.refused(RefusalCode.NOT_ALLOWED_NOW, Optional.of(header), persons);
    }
}
