package be.kruispunt.store;

import static be.kruispunt.store.Samples.keyOf;
import static be.kruispunt.store.Samples.taken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.kruispunt.store.RecordEntry.Kept;
import be.kruispunt.store.RecordEntry.Taken;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a message for the hub itself changes, and the message: neither is there without the other. */
class EffectTest {
    @RegisterExtension
    static final TestStore TEST = new TestStore();

    private final Store store = TEST.store();

    static Kept kept(Effect effect) {
        Taken like = taken();
        return new Kept(like.handled(), like.header(), true, List.of(), effect, like.persons());
    }

    @Test
    void whatAMessageForTheHubItselfChanges_isWrittenWithIt() {
        var changed = new ArrayList<String>();
        Kept entry = kept((connection, ticket, at) -> {
            try (var statement = connection.prepareStatement(
                    "select xmin::text from message where ticket = ? and received_at = ?")) {
                statement.setObject(1, ticket.value());
                statement.setObject(2, at.atOffset(ZoneOffset.UTC));
                changed.addAll(Rows.list(statement.executeQuery(), row -> row.getString(1)));
            }
        });

        store.record(List.of(entry), List.of());

        assertThat(TEST.ask("select xmin::text from message where ticket = '" + entry.ticket() + "'"))
                .isEqualTo(changed);
        assertThat(store.lookUp(List.of(keyOf(entry))).getFirst().sameContent()).isPresent();
        assertThat(store.trace(new TraceQuery.ByTicket(entry.ticket())))
                .singleElement()
                .returns(Optional.empty(), TracedMessage::caseFile)
                .returns(Optional.empty(), TracedMessage::refusal);
    }

    @Test
    void whatCannotBeChanged_isNotRecordedEither() {
        Kept refusedByPostgres = kept((connection, ticket, at) -> {
            try (var statement = connection.prepareStatement("select 1 / 0")) {
                statement.execute();
            }
        });
        Kept broken = kept((connection, ticket, at) -> {
            throw new IllegalStateException("derived to nothing");
        });

        for (Kept entry : List.of(refusedByPostgres, broken)) {
            assertThatThrownBy(() -> store.record(List.of(entry), List.of())).isInstanceOf(RecordFailed.class);
            assertThat(store.lookUp(List.of(keyOf(entry))).getFirst().sameContent())
                    .isEmpty();
        }
    }
}
