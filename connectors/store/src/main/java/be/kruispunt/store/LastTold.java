package be.kruispunt.store;

import be.kruispunt.model.id.InstitutionId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * When the messages arrived by which a teller last told something of its references. A message on which a step broke is worked on
 * later than what arrived after it, and must not undo that (decision 0032). What is told otherwise than by message has no place in
 * that order: it is always the last.
 */
final class LastTold {
    /** What a reference names. */
    enum About {
        STATUS,
        HOUSEHOLD,
        DEATH,
        NAME,
        CUSTOMER
    }

    private static final String LATER =
            """
            select t.reference from unnest(?::text[]) as k (reference)
            join last_told t on t.about = ? and t.teller = ? and t.reference = k.reference
            where t.arrived_at > ?
            """;

    private static final String TELL =
            """
            insert into last_told (about, teller, arrived_at, reference)
            select ?, ?, ?::timestamptz, k.reference from unnest(?::text[]) as k (reference)
            on conflict (about, teller, reference) do update set arrived_at = excluded.arrived_at
            where last_told.arrived_at < excluded.arrived_at
            """;

    private final Connection connection;
    private final About about;
    private final InstitutionId teller;
    private final Optional<Instant> arrivedAt;

    /** {@code arrivedAt}: when the message arrived by which something is told now; absent where it is no message. */
    LastTold(Connection connection, About about, InstitutionId teller, Optional<Instant> arrivedAt) {
        this.connection = connection;
        this.about = about;
        this.teller = teller;
        this.arrivedAt = arrivedAt;
    }

    /** Those of these references of which something was told by a message that arrived later. */
    Set<String> later(Collection<String> references) throws SQLException {
        if (arrivedAt.isEmpty() || references.isEmpty()) {
            return Set.of();
        }
        try (var statement = connection.prepareStatement(LATER)) {
            new Columns(statement)
                    .text(references, reference -> reference)
                    .text(about.name())
                    .text(teller.value())
                    .moment(arrivedAt.get());
            return Set.copyOf(Rows.list(statement.executeQuery(), row -> row.getString(1)));
        }
    }

    /** What becomes of what is told of each of these references, where nothing else can stand in its way. */
    List<ChangeOutcome> outcomes(List<String> references) throws SQLException {
        Set<String> later = later(references);
        return references.stream()
                .map(reference -> later.contains(reference) ? ChangeOutcome.OVERTAKEN : ChangeOutcome.TAKEN)
                .toList();
    }

    /** Notes that something was told of those changes that were taken. */
    <C> void tell(List<C> changes, List<ChangeOutcome> outcomes, Function<C, String> reference) throws SQLException {
        tell(IntStream.range(0, changes.size())
                .filter(i -> outcomes.get(i) == ChangeOutcome.TAKEN)
                .mapToObj(i -> reference.apply(changes.get(i)))
                .toList());
    }

    /** Notes that something was told of each of these. */
    void tell(Collection<String> references) throws SQLException {
        Set<String> taken = Set.copyOf(references);
        if (arrivedAt.isPresent() && !taken.isEmpty()) {
            try (var statement = connection.prepareStatement(TELL)) {
                new Columns(statement)
                        .text(about.name())
                        .text(teller.value())
                        .moment(arrivedAt.get())
                        .text(taken, each -> each);
                statement.executeUpdate();
            }
        }
    }
}
