package be.kruispunt.store;

import be.kruispunt.access.Authorisation;
import be.kruispunt.access.DirectoryLine;
import be.kruispunt.access.Register;
import be.kruispunt.access.RegisterState;
import be.kruispunt.access.ReplacedNumber;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.id.Ticket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The hub's memory. Every method that reads or writes may throw {@link StoreUnavailable}.
 *
 * <p>Of a message's path, {@link #lookUp} only reads and {@link #record} is the only write, so that a crash anywhere
 * else is harmless.
 */
public final class Store implements AutoCloseable {
    private static final int QUESTIONS_AT_A_TIME = 2;

    // for the path of messages; for every other question
    private final Database database;
    private final Database questions;
    private final Optional<PostgresServer> server;
    private final Optional<PostgresKeeper> keeper;
    private final Optional<HubLock> lock;
    private final Database.Address address;
    private final HubTerm term;
    private final List<Database> sides = new CopyOnWriteArrayList<>();
    private final RegisterCache registers;
    private final LookUp lookUp;
    private final Recorder recorder;
    private final CaseBook caseBook;
    private final Traces traces;
    private final Settlements settlements;
    private final RegisterHistory history;
    private final RightsRuns runs;

    private Store(
            Database.Address address,
            Database database,
            Database questions,
            Optional<PostgresServer> server,
            Optional<HubLock> lock) {
        this.address = address;
        this.term = new HubTerm(lock);
        this.database = database;
        this.questions = questions;
        this.server = server;
        this.keeper = server.map(PostgresKeeper::begin);
        this.lock = lock;
        var json = new Json();
        var cases = new Cases(json);
        this.registers = new RegisterCache(questions);
        this.lookUp = new LookUp(database, registers, cases);
        this.recorder = new Recorder(database, json, term::number);
        this.caseBook = new CaseBook(questions, cases, json, term::number);
        this.traces = new Traces(questions, cases, json);
        this.settlements = new Settlements(database);
        this.history = new RegisterHistory(questions, json);
        this.runs = new RightsRuns(Database.connectByKeyWhenAsked(address));
    }

    /**
     * Opens the store for the one hub that works on it, brings its tables up to date, and starts a PostgreSQL of its own
     * where none is given.
     *
     * @throws StoreInUse when another hub works on it
     * @throws StoreNotDurable when PostgreSQL does not write through to disk
     * @throws StoreUnavailable when PostgreSQL cannot be reached; the text says why
     */
    public static Store open(StoreSettings settings) {
        return open(settings, HubLock.PATIENCE);
    }

    static Store open(StoreSettings settings, Duration patience) {
        Optional<PostgresServer> server = settings.jdbcUrl().isPresent()
                ? Optional.empty()
                : Optional.of(PostgresServer.start(settings.dataFolder()));
        try {
            Database.Address hub = server.map(PostgresServer::hub).orElseGet(settings::hub);
            try (Database connection = Database.connect(hub, 1)) {
                connection.requireFit();
            }
            server.map(PostgresServer::schema).orElseGet(settings::schema).bringUpToDate();
            return open(hub, settings, server, HubLock.take(hub, patience));
        } catch (RuntimeException e) {
            server.ifPresent(PostgresServer::close);
            throw e;
        }
    }

    private static Store open(
            Database.Address hub, StoreSettings settings, Optional<PostgresServer> server, HubLock lock) {
        try {
            return new Store(
                    hub,
                    Database.connectByKey(hub, settings.poolSize()),
                    Database.connectWhenAsked(hub, QUESTIONS_AT_A_TIME),
                    server,
                    Optional.of(lock));
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Opens the store beside a hub that may be at work on it, for an auditor's or an operator's question. Nothing can be
     * recorded through it. Where the store's own PostgreSQL stands still and no hub runs, it is started as {@link #open} does.
     *
     * @throws StoreUnavailable when PostgreSQL cannot be reached; the text says why
     */
    public static Store attach(StoreSettings settings) {
        Optional<Database.Address> running = settings.jdbcUrl().isPresent()
                ? Optional.of(settings.hub())
                : PostgresServer.running(settings.dataFolder());
        return running.map(address -> {
                    Database both = Database.connect(address, 1);
                    return new Store(address, both, both, Optional.empty(), Optional.empty());
                })
                .orElseGet(() -> open(settings.unattended()));
    }

    /** Whether a hub runs a PostgreSQL of its own in this folder now. */
    public static boolean runsIn(Path dataFolder) {
        return PostgresServer.running(dataFolder).isPresent();
    }

    /** The buffer store of social rights. */
    public RightsStore rights() {
        return new RightsStore(database, term);
    }

    /** The store for a door beside the path of messages, which may have so many connections of its own. */
    public SideDoor sideDoor(int connections) {
        Database side = Database.connectByKeyLater(address, connections);
        sides.add(side);
        return new SideDoor(new RightsStore(side, term), new RegisterCache(side));
    }

    /** Runs over many of its lines, on a connection that nobody else waits for. */
    public RightsRuns runs() {
        return runs;
    }

    /** Institutions and authorisations as they stand now. */
    public Register register() {
        return registers.now();
    }

    /** The same as they stood in this version, or a later one. */
    public Register register(long version) {
        return registers.at(version);
    }

    /** The facts on every message of a batch, in the order of the keys: one round trip, and a second for repeats. */
    public List<Known> lookUp(List<LookUpKey> keys) {
        return lookUp.lookUp(keys);
    }

    /** Earlier messages of cases, with such of their bytes as are there and are those that were recorded. */
    public Map<Ticket, Original> originals(Collection<Ticket> tickets) {
        return new Originals(database).find(tickets);
    }

    /**
     * Records a batch in one database transaction, all or nothing.
     *
     * @param entries the batch; no two with the same content, or taking the same identifier
     * @param delivered earlier messages whose delivery the broker has confirmed since
     * @throws LostRace when another writer was first with a message, an identifier or a case
     * @throws RecordFailed when PostgreSQL refuses an entry
     */
    public void record(List<RecordEntry> entries, Collection<Ticket> delivered) {
        recorder.record(entries, delivered);
    }

    /** The cases themselves, beside the path. */
    public CaseBook caseBook() {
        return caseBook;
    }

    /** Marks messages as delivered when no batch comes that could carry the marks. */
    public void markDelivered(Collection<Ticket> delivered) {
        recorder.mark(delivered);
    }

    /**
     * The documents of messages whose delivery nobody has confirmed, by ticket: those in hand at this moment, and those
     * of a hub that ended before it could. Looked for among the newest 10,000 messages.
     */
    public Map<Ticket, List<StoredDelivery>> unconfirmed() {
        return new Repeats(database).unconfirmed();
    }

    /** Notes what receivers took or gave back; told again, nothing changes. */
    public void settle(Collection<SettledDelivery> settled) {
        settlements.settle(settled);
    }

    /** Every document that was queued and not taken, as far as the store knows, in the order of the tickets. */
    public void openDeliveries(Consumer<StoredDelivery> reader) {
        settlements.open(reader);
    }

    /** The token that the hub last left with the broker. */
    public Optional<UUID> brokerToken() {
        return settlements.brokerToken();
    }

    /** Keeps the token that the hub now leaves with the broker. */
    public void rememberBrokerToken(UUID token) {
        settlements.rememberBrokerToken(token);
    }

    /**
     * Whether PostgreSQL answers and this hub is the one that works on the store. A lock that was lost is taken again, if no
     * other hub has it. Never throws, and waits for no connection that others work with.
     */
    public boolean isAvailable() {
        return lock.map(HubLock::isHeld).orElseGet(database::answers);
    }

    /** Whether what was last written was kept: not where the disk is full, which no question notices. */
    public boolean keeps() {
        return database.keeps() && questions.keeps() && sides.stream().allMatch(Database::keeps);
    }

    /** The path of every message that matches, oldest first. */
    public List<TracedMessage> trace(TraceQuery query) {
        return traces.trace(query);
    }

    /** The bytes that prove what happened to a message, if there is such a message. */
    public Optional<Evidence> evidence(Ticket ticket) {
        return traces.evidence(ticket);
    }

    /** The authorisations by which a message was let through, as they stood when that was decided. */
    public List<Authorisation> authorisations(TracedMessage message) {
        return history.authorisations(message);
    }

    /** The newest changes of the register and the reference directory, the newest first. Holds personal data. */
    public List<RegisterChange> registerChanges(int most) {
        return history.newest(most);
    }

    /** The register as it stands, and what the reference directory holds about these persons. */
    public RegisterState registerState(Set<Insz> persons) {
        return questions.readAtOneMoment(connection -> RegisterReader.state(connection, persons));
    }

    /** The whole reference directory, a line at a time, in the order of its keys; then the replaced numbers. */
    public void readDirectory(Consumer<DirectoryLine> lines, Consumer<ReplacedNumber> replaced) {
        questions.readAtOneMoment(connection -> {
            RegisterReader.directory(connection, lines, replaced);
            return true;
        });
    }

    /** Changes the register and the reference directory. */
    public RegisterWriter registerWriter() {
        return new RegisterWriter(questions);
    }

    /** Bytes on disk, as PostgreSQL counts them for this database. */
    public long sizeOnDisk() {
        return questions.read(StoreStats::sizeOnDisk);
    }

    /** Counts of what the store holds. */
    public StoreStats stats() {
        return questions.read(StoreStats::now);
    }

    /** Closes the connections and stops the store's own PostgreSQL. */
    @Override
    public void close() {
        keeper.ifPresent(PostgresKeeper::close);
        sides.forEach(Database::close);
        runs.close();
        recorder.close();
        database.close();
        questions.close();
        lock.ifPresent(HubLock::close);
        server.ifPresent(PostgresServer::close);
    }
}
