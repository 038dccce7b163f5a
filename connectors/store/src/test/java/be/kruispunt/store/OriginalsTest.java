package be.kruispunt.store;

import static be.kruispunt.store.Samples.RVA;
import static be.kruispunt.store.Samples.U1;
import static be.kruispunt.store.Samples.bytes;
import static be.kruispunt.store.Samples.taken;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.id.DeliveryId;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.outcome.RefusalCode;
import be.kruispunt.store.RecordEntry.Taken;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Messages of a case, for what comes after them. */
class OriginalsTest {
    @RegisterExtension
    static final TestStore TEST = new TestStore();

    private final Store store = TEST.store();

    private Map<Ticket, Original> recorded(RecordEntry... entries) {
        store.record(List.of(entries), List.of());
        return store.originals(
                List.of(entries).stream().map(RecordEntry::ticket).toList());
    }

    /** With other bytes than those whose digests are recorded. */
    private static Taken with(Optional<byte[]> received) {
        Taken entry = taken();
        Handled handled = entry.handled();
        return new Taken(
                new Handled(
                        entry.ticket(),
                        entry.user(),
                        entry.digest(),
                        handled.receivedAt(),
                        received,
                        handled.answer(),
                        handled.audit()),
                entry.header(),
                true,
                List.of(new OutgoingDocument(RVA, U1, bytes("<sent/>"), Digest.of(bytes("<other/>")))),
                entry.caseAfter(),
                entry.persons());
    }

    @Test
    void aMessageIsThere_asItCame_andAsItWasSentOn() {
        RecordEntry entry = taken();
        Original original = Objects.requireNonNull(recorded(entry, taken()).get(entry.ticket()));
        assertThat(original.digest()).isEqualTo(entry.digest());
        assertThat(original.received())
                .hasValueSatisfying(xml -> assertThat(Digest.of(xml)).isEqualTo(entry.digest()));
        assertThat(original.sent()).singleElement().satisfies(sent -> {
            assertThat(sent.id()).isEqualTo(new DeliveryId(entry.ticket(), RVA, U1.code()));
            assertThat(sent.xml()).isEqualTo(bytes("<sent for='" + entry.ticket() + "'/>"));
        });
        assertThat(original).hasToString("message " + entry.ticket());
    }

    @Test
    void bytesThatAreGone_orAreNotThoseThatWereRecorded_areNotHandedOut() {
        Taken changed = with(Optional.of(bytes("<changed/>")));
        Taken gone = with(Optional.empty());
        assertThat(recorded(changed, gone).values()).hasSize(2).allSatisfy(original -> {
            assertThat(original.received()).isEmpty();
            assertThat(original.sent()).isEmpty();
        });
    }

    @Test
    void whatWasRefused_isNoMessageOfACase() {
        assertThat(recorded(Samples.refused(taken(), RefusalCode.RULE, true))).isEmpty();
        assertThat(store.originals(List.of())).isEmpty();
    }
}
