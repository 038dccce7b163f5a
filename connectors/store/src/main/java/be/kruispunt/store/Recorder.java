package be.kruispunt.store;

import static java.util.Comparator.comparing;

import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstanceId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.PersonNumber;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.outcome.RefusalCode;
import be.kruispunt.store.RecordEntry.Kept;
import be.kruispunt.store.RecordEntry.Refused;
import be.kruispunt.store.RecordEntry.Taken;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The only write of a message's path: a whole batch in one statement. */
final class Recorder implements AutoCloseable {
    private static final String RECORD = Sql.read("record.sql");
    private static final String MARK = Sql.read("mark.sql");

    private final Database database;
    private final Json json;
    private final LongSupplier term;
    /** As many as batches were ever written at once. */
    private final Deque<Compression> compressions = new ConcurrentLinkedDeque<>();

    /**
     * Sets up.
     *
     * @param term the term of this hub: once another hub has begun its own, nothing more is recorded
     */
    Recorder(Database database, Json json, LongSupplier term) {
        this.database = database;
        this.json = json;
        this.term = term;
    }

    /** A row that belongs to a message of which there can be several. */
    private record Of<T>(Ticket ticket, T value) {}

    void record(List<RecordEntry> batch, Collection<Ticket> delivered) {
        if (batch.isEmpty()) {
            mark(delivered);
            return;
        }
        refuseRepeats(batch);
        // Always in the same order, so that two writers of the same messages wait for each other and never deadlock.
        List<RecordEntry> entries = batch.stream()
                .sorted(comparing(RecordEntry::user)
                        .thenComparing(e -> e.digest().hex()))
                .toList();
        List<Cases.Change> changes =
                Cases.changes(taken(batch).map(Taken::caseAfter).toList());
        Compression idle = compressions.pollFirst();
        Compression compression = idle == null ? new Compression() : idle;
        try {
            database.write(connection -> {
                write(connection, entries, changes, delivered, compression);
                return true;
            });
        } finally {
            compressions.addFirst(compression);
        }
    }

    /** Gives back the memory of the compression; no batch may be in hand any more. */
    @Override
    public void close() {
        for (Compression idle = compressions.pollFirst(); idle != null; idle = compressions.pollFirst()) {
            idle.close();
        }
    }

    void mark(Collection<Ticket> delivered) {
        if (delivered.isEmpty()) {
            return;
        }
        database.write(connection -> {
            try (var statement = connection.prepareStatement(MARK)) {
                new Columns(statement).uuid(sorted(delivered), Ticket::value);
                return statement.executeUpdate();
            }
        });
    }

    private void write(
            Connection connection,
            List<RecordEntry> entries,
            List<Cases.Change> changes,
            Collection<Ticket> delivered,
            Compression compression)
            throws SQLException {
        try (var statement = connection.prepareStatement(RECORD)) {
            var columns = new Columns(statement);
            addMessages(columns, entries, compression);
            addHeaders(columns, entries);
            addDeliveries(columns, documents(entries), compression);
            addPersons(columns, persons(entries));
            addCases(columns, changes);
            columns.uuid(sorted(delivered), Ticket::value);
            columns.number(term.getAsLong());
            try (var rows = statement.executeQuery()) {
                rows.next();
                // Leaving without a commit: the pool rolls back.
                if (!rows.getBoolean(2)) {
                    throw new StoreUnavailable("another hub has taken over this store");
                }
                if (rows.getInt(1) != changes.size()) {
                    throw new LostRace("a case has another version");
                }
            }
        }
        for (RecordEntry entry : entries) {
            write(connection, entry);
        }
    }

    /** What breaks on one message's effect is that message's own, as what PostgreSQL refuses of it is. */
    private static void write(Connection connection, RecordEntry entry) throws SQLException {
        try {
            entry.effect().write(connection, entry.ticket(), entry.handled().receivedAt());
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new RecordFailed(e.getClass().getSimpleName(), Optional.empty());
        }
    }

    private void addMessages(Columns columns, List<RecordEntry> entries, Compression compression) throws SQLException {
        columns.uuid(entries, e -> e.ticket().value())
                .text(entries, e -> e.user().value())
                .bytes(entries, e -> e.digest().bytes())
                .add("timestamptz", entries, e -> e.handled().receivedAt())
                .add("bool", entries, RecordEntry::takesIdentifier)
                .text(entries, e -> orNull(refusal(e).map(Enum::name)))
                .add("bool", entries, e -> refusal(e).map(RefusalCode::isFinal).orElse(true))
                .uuid(entries, e -> orNull(caseOf(e).map(CaseId::value)))
                .bytes(entries, e -> orNull(e.handled().received().map(compression::compress)))
                .bytes(entries, e -> compression.compress(e.handled().answer()))
                .text(entries, e -> json.ofAudit(e.handled().audit()));
    }

    private static void addHeaders(Columns columns, List<RecordEntry> entries) throws SQLException {
        columns.text(entries, header(h -> h.sender().value()))
                // Identifiers of institutions hold no space.
                .text(entries, header(h -> h.receivers().stream()
                        .map(InstitutionId::value)
                        .collect(Collectors.joining(" "))))
                .text(entries, header(h -> h.type().code()))
                .text(entries, header(h -> h.type().version()))
                .uuid(entries, e -> orNull(e.believed().map(h -> h.instance().value())))
                .add("timestamptz", entries, e -> orNull(e.believed().map(Header::createdAt)))
                .text(entries, header(Header::process))
                .uuid(entries, e -> orNull(e.believed().flatMap(Header::caseId).map(CaseId::value)))
                .text(entries, header(h -> h.legalContext().value()));
    }

    private static void addDeliveries(Columns columns, List<Of<OutgoingDocument>> documents, Compression compression)
            throws SQLException {
        columns.uuid(documents, d -> d.ticket().value())
                .text(documents, d -> d.value().receiver().value())
                .text(documents, d -> d.value().type().code())
                .text(documents, d -> d.value().type().version())
                .bytes(documents, d -> d.value().digest().bytes())
                .bytes(documents, d -> compression.compress(d.value().xml()));
    }

    private static void addPersons(Columns columns, List<Of<PersonNumber>> persons) throws SQLException {
        columns.text(persons, p -> p.value().country().value())
                .text(persons, p -> p.value().digits())
                .uuid(persons, p -> p.ticket().value());
    }

    private void addCases(Columns columns, List<Cases.Change> changes) throws SQLException {
        columns.uuid(changes, c -> c.after().id().value())
                .add("int4", changes, Cases.Change::base)
                .text(changes, c -> c.after().process())
                .text(changes, c -> c.after().owner().value())
                .text(changes, c -> c.after().persons().stream()
                        .map(PersonNumber::digits)
                        .collect(Collectors.joining(" ")))
                .text(changes, c -> json.ofParticipants(c.after().participants()))
                .text(changes, c -> json.ofEvents(c.after().events()))
                .text(changes, c -> json.ofBoxes(c.after().keptBoxes()))
                .add("timestamptz", changes, c -> orNull(c.after().closesAt()))
                .add("int4", changes, c -> c.after().version());
    }

    private static Optional<RefusalCode> refusal(RecordEntry entry) {
        return entry instanceof Refused refused ? Optional.of(refused.code()) : Optional.empty();
    }

    /** The case that the message is in, or else the one that it names. */
    private static Optional<CaseId> caseOf(RecordEntry entry) {
        return switch (entry) {
            case Taken taken -> Optional.of(taken.caseAfter().id());
            case Kept _ -> Optional.empty();
            case Refused refused -> refused.believed().flatMap(Header::caseId);
        };
    }

    private static Columns.Text<RecordEntry> header(Function<Header, String> field) {
        return entry -> orNull(entry.believed().map(field));
    }

    private static Stream<Taken> taken(List<RecordEntry> entries) {
        return entries.stream().filter(Taken.class::isInstance).map(Taken.class::cast);
    }

    private static List<Of<OutgoingDocument>> documents(List<RecordEntry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.outgoing().stream().map(document -> new Of<>(entry.ticket(), document)))
                .toList();
    }

    private static List<Of<PersonNumber>> persons(List<RecordEntry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.persons().stream().distinct().map(person -> new Of<>(entry.ticket(), person)))
                .toList();
    }

    private static List<Ticket> sorted(Collection<Ticket> tickets) {
        return tickets.stream().distinct().sorted().toList();
    }

    private static <T> @Nullable T orNull(Optional<T> value) {
        return value.orElse(null);
    }

    /** A batch that repeats itself would lose a race against itself, again and again. */
    private static void refuseRepeats(List<RecordEntry> batch) {
        record Content(Object user, Digest digest) {}
        record Identifier(Object user, InstanceId instance) {}
        var seen = new HashSet<Object>();
        for (RecordEntry entry : batch) {
            boolean isNew = seen.add(new Content(entry.user(), entry.digest()));
            if (entry.takesIdentifier()) {
                isNew &= seen.add(new Identifier(
                        entry.user(), entry.believed().orElseThrow().instance()));
            }
            if (!isNew) {
                throw new IllegalArgumentException("the batch holds one message, or one identifier, twice");
            }
        }
    }
}
