package be.kruispunt.store;

import static be.kruispunt.store.Samples.ADEM;
import static be.kruispunt.store.Samples.CNS;
import static be.kruispunt.store.Samples.RVA;
import static be.kruispunt.store.Samples.advanced;
import static be.kruispunt.store.Samples.bytes;
import static be.kruispunt.store.Samples.caseId;
import static be.kruispunt.store.Samples.in;
import static be.kruispunt.store.Samples.opened;
import static be.kruispunt.store.Samples.taken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.kruispunt.model.cases.CaseFile;
import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstanceId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.store.RecordEntry.Taken;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several writers at once, and the versions of cases, which are what they race for. */
class RaceTest {
    @RegisterExtension
    static final TestStore TEST = new TestStore();

    private final Store store = TEST.store();

    @Test
    void sameMessageRecordedByTwoAtOnce_isWrittenOnce() throws Exception {
        for (int round = 0; round < 20; round++) {
            String content = "<race>" + UUID.randomUUID() + "</race>";
            InstanceId instance = new InstanceId(UUID.randomUUID());
            assertOneWins(
                    List.of(taken(), taken(content, instance), taken()),
                    List.of(taken(), taken(content, instance), taken()));
        }
    }

    @Test
    void sameCaseAdvancedByTwoAtOnce_advancesOnce() throws Exception {
        CaseFile one = opened(caseId());
        CaseFile two = opened(caseId());
        store.record(List.of(in(one, taken()), in(two, taken())), List.of());
        for (int round = 0; round < 20; round++) {
            one = advanced(one);
            two = advanced(two);
            // In opposite orders, to provoke a deadlock.
            assertOneWins(List.of(in(one, taken()), in(two, taken())), List.of(in(two, taken()), in(one, taken())));
            assertThat(caseOf(one).orElseThrow().version()).isEqualTo(one.version());
        }
    }

    @Test
    void sameCaseOpenedByTwoAtOnce_isOpenedOnce() throws Exception {
        for (int round = 0; round < 20; round++) {
            CaseFile file = opened(caseId());
            assertOneWins(List.of(in(file, taken())), List.of(in(file, taken())));
        }
    }

    @Test
    void caseComesBackAsItWasRecorded() {
        CaseFile first = opened(caseId());
        store.record(List.of(in(first, taken())), List.of());
        assertThat(caseOf(first)).contains(first);

        CaseFile second = advanced(first);
        store.record(List.of(in(second, taken())), List.of());
        assertThat(caseOf(first)).contains(second);
    }

    @Test
    void anotherOwnersCaseOfTheSameName_isAnotherCase_andUnseenByThoseWhoAreNoPartyToIt() {
        CaseFile rva = opened(caseId());
        CaseFile cns = opened(rva.id(), CNS);
        store.record(List.of(in(rva, taken())), List.of());
        store.record(List.of(in(cns, taken()), in(advanced(rva), taken())), List.of());

        assertThat(casesOf(ADEM, rva.id())).extracting(CaseFile::owner).containsExactly(RVA, CNS);
        assertThat(casesOf(RVA, rva.id())).extracting(CaseFile::version).containsExactly(2);
        assertThat(casesOf(CNS, rva.id())).containsExactly(cns);
        assertThat(casesOf(InstitutionId.of("NL:NL2000"), rva.id())).isEmpty();
    }

    private List<CaseFile> casesOf(InstitutionId party, CaseId id) {
        return store.lookUp(List.of(
                        new LookUpKey(party, Digest.of(bytes("unknown")), Optional.empty(), Optional.of(id), Set.of())))
                .getFirst()
                .cases();
    }

    @Test
    void severalMessagesOfOneBatch_advanceOneCase() {
        CaseFile first = opened(caseId());
        CaseFile second = advanced(first);
        CaseFile third = advanced(second);
        store.record(List.of(in(first, taken()), in(second, taken())), List.of());
        assertThat(caseOf(first)).contains(second);
        store.record(List.of(in(third, taken()), in(advanced(third), taken())), List.of());
        assertThat(caseOf(first).orElseThrow().version()).isEqualTo(4);
    }

    @Test
    void caseOfAnotherVersion_losesTheRace() {
        CaseFile first = opened(caseId());
        Taken skipped = in(advanced(advanced(first)), taken());
        store.record(List.of(in(first, taken())), List.of());

        assertThatThrownBy(() -> store.record(List.of(skipped), List.of())).isInstanceOf(LostRace.class);
        assertThatThrownBy(() -> store.record(List.of(in(first, taken())), List.of()))
                .isInstanceOf(LostRace.class)
                .hasMessageContaining("business_case_pkey");
        assertThatThrownBy(() ->
                        store.record(List.of(in(advanced(first), taken()), in(advanced(first), taken())), List.of()))
                .isInstanceOf(LostRace.class);
        assertThatThrownBy(() -> store.record(List.of(in(advanced(opened(caseId())), taken())), List.of()))
                .isInstanceOf(LostRace.class);

        assertThat(caseOf(first)).contains(first);
        assertThat(TEST.ask("select count(*) from message where ticket = '" + skipped.ticket() + "'"))
                .containsExactly("0");
    }

    private Optional<CaseFile> caseOf(CaseFile file) {
        return store
                .lookUp(List.of(new LookUpKey(
                        ADEM, Digest.of(bytes("unknown")), Optional.empty(), Optional.of(file.id()), Set.of())))
                .getFirst()
                .cases()
                .stream()
                .findFirst();
    }

    /** Records both batches at the same moment: one is written whole, the other not at all. */
    private void assertOneWins(List<RecordEntry> one, List<RecordEntry> other) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<Boolean>> both = Stream.of(one, other)
                    .map(batch -> threads.submit((Callable<Boolean>) () -> {
                        start.await();
                        store.record(batch, List.of());
                        return true;
                    }))
                    .toList();
            start.countDown();
            List<Boolean> won = List.of(won(both.getFirst()), won(both.getLast()));
            assertThat(won).containsExactlyInAnyOrder(true, false);
            List<RecordEntry> winner = won.getFirst() ? one : other;
            List<RecordEntry> loser = won.getFirst() ? other : one;
            assertThat(count(winner)).isEqualTo(winner.size());
            assertThat(count(loser)).isZero();
        }
    }

    private static int count(List<RecordEntry> batch) {
        List<String> tickets = batch.stream().map(e -> "'" + e.ticket() + "'").toList();
        return Integer.parseInt(
                TEST.ask("select count(*) from message where ticket in (" + String.join(",", tickets) + ")")
                        .getFirst());
    }

    private static boolean won(Future<Boolean> outcome) throws Exception {
        try {
            return outcome.get();
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(LostRace.class);
            return false;
        }
    }
}
