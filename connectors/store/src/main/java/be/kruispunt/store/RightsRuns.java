package be.kruispunt.store;

import be.kruispunt.model.id.AnswerId;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstitutionId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs over many lines of the buffer store, true for one moment. A page is one transaction, which holds the run: so each line is
 * answered once, whoever works on it, and what was cut off goes on with the next page.
 */
public final class RightsRuns {
    /** What was refused is not answered, and what has expired no more. */
    private static final String ANSWERED = "and reason = '' and expires_at > clock_timestamp()";

    private static final String OF_FILE =
            RunRows.COLUMNS + "where kind = 'FILE' and asker = ? and name = ? " + ANSWERED;

    private static final String OF_DIGEST =
            RunRows.COLUMNS + "where kind = 'FILE' and asker = ? and digest = ? " + ANSWERED;

    private static final String UNDELIVERED =
            RunRows.COLUMNS + "where delivered_at is null " + ANSWERED + " order by started_at, id";

    private static final String BY_ID = RunRows.COLUMNS + "where id = ?";

    /** The latest of those that answer for all customers, or for what changed since. */
    private static final String LAST_OF = RunRows.COLUMNS
            + """
                    where asker = ? and scheme = ? and purpose = ? and day >= ?
                        and kind <> 'FILE' and ended_at is not null
                    order by known_at desc limit 1
                    """;

    /** The one that was begun, or else the latest that was refused. */
    private static final String TRIED = RunRows.COLUMNS
            + """
                    where kind = ? and asker = ? and scheme = ? and purpose = ? and name = ?
                    order by (reason = '') desc, started_at desc limit 1
                    """;

    private static final String HOW_FAR =
            """
            cross join lateral (
                select coalesce(sum(lines), 0) as answered, coalesce(sum(strangers), 0) as of_strangers,
                    max(answered_at) as latest
                from rights_run_page where run = r.id) as p
            """;

    private static final String STANDING = "select r.*, p.answered, p.of_strangers, p.latest from rights_run r "
            + HOW_FAR + "order by (r.delivered_at is null and r.reason = '') desc, r.started_at desc limit ?";

    private static final String OF_SUBSCRIPTION = "select r.*, p.answered, p.of_strangers, p.latest from ("
            + """
            select * from rights_run where kind <> 'FILE' and asker = ? and scheme = ? and purpose = ?
            order by started_at desc limit 1) r
            """
            + HOW_FAR;

    private static final String REFUSE =
            """
            insert into rights_file_refused (asker, name, code, refused_at, digest)
            values (?, ?, ?, ?, ?)
            """;

    private static final String REFUSED =
            "select asker, name, code, digest, refused_at from rights_file_refused order by id desc limit ?";

    private final Database database;

    RightsRuns(Database database) {
        this.database = database;
    }

    /** Answers a page from what it may read. */
    @FunctionalInterface
    public interface PageWork {
        AnsweredPage answer(PageFacts facts);
    }

    /** Who is told of its customers without asking. */
    public Subscriptions subscriptions() {
        return new Subscriptions(database);
    }

    /** What sources and suppliers report in files. */
    public RightsReports reports() {
        return new RightsReports(database);
    }

    /** What holds for all of an asker's questions now: the moment, whether they are stopped, how fresh the sources are. */
    public AskedFacts standing(InstitutionId asker) {
        return database.read(
                connection -> AskersStanding.of(connection, List.of(asker)).facts(asker, Map.of()));
    }

    /** Begins a run, or records that it is refused; false where the asker has such a run already. */
    public boolean begin(RightsRun run) {
        return begin(run, new byte[0]);
    }

    /** The same, for a file with its signature. */
    public boolean begin(RightsRun run, byte[] signature) {
        return database.write(connection -> new RunRows(connection).begin(run, signature));
    }

    public Optional<RightsRun> find(AnswerId id) {
        return database.read(connection -> {
            try (var statement = connection.prepareStatement(BY_ID)) {
                new Columns(statement).uuid(id.value());
                return Rows.list(statement.executeQuery(), RightsRun::read).stream()
                        .findFirst();
            }
        });
    }

    /** The run over an asker's file of this name. */
    public Optional<RightsRun> ofFile(InstitutionId asker, String name) {
        return first(OF_FILE, asker.value(), name);
    }

    /** The run over an asker's file of this content. */
    public Optional<RightsRun> ofFile(InstitutionId asker, Digest digest) {
        return first(OF_DIGEST, asker.value(), digest.hex());
    }

    /** The latest run for a subscription of which every page stands, for a day that is not before this one. */
    public Optional<RightsRun> lastOf(Subscription subscription, LocalDate from) {
        return database.read(connection -> {
            try (var statement = connection.prepareStatement(LAST_OF)) {
                new Columns(statement)
                        .text(subscription.supplier().value())
                        .text(subscription.scheme().value())
                        .text(subscription.purpose().value())
                        .day(from);
                return Rows.list(statement.executeQuery(), RightsRun::read).stream()
                        .findFirst();
            }
        });
    }

    private Optional<RightsRun> first(String question, String... values) {
        return runs(question, values).stream().findFirst();
    }

    private List<RightsRun> runs(String question, String... values) {
        return database.read(connection -> {
            try (var statement = connection.prepareStatement(question)) {
                var columns = new Columns(statement);
                for (String value : values) {
                    columns.text(value);
                }
                return Rows.list(statement.executeQuery(), RightsRun::read);
            }
        });
    }

    /** The run of this kind and name for a subscription; where every one was refused, the latest of these. */
    public Optional<RightsRun> tried(Subscription subscription, RunKind kind, String name) {
        return first(
                TRIED,
                kind.name(),
                subscription.supplier().value(),
                subscription.scheme().value(),
                subscription.purpose().value(),
                name);
    }

    /** Every run whose result is not with its asker yet, the oldest first. */
    public List<RightsRun> undelivered() {
        return runs(UNDELIVERED);
    }

    /**
     * Answers the next page of a run, and counts the strangers in it.
     *
     * @return the page; empty: every page stands
     */
    public Optional<AnsweredPage> next(RightsRun run, PageWork work, StrangerLimits limits) {
        return database.write(connection -> {
            var rows = new RunRows(connection);
            RunRows.Reached reached = rows.hold(run.id());
            if (reached.last()) {
                return Optional.empty();
            }
            AnsweredPage answered = work.answer(new PageFacts(connection, run, reached.reached()));
            rows.add(run.id(), reached.pages(), answered);
            if (answered.strangers() > 0) {
                new QuestionRows(connection).count(run.subject().asker(), answered.strangers(), limits);
            }
            return Optional.of(answered);
        });
    }

    /** Hands over the lines of every page of a run in its order, as they stand in the result, with one page in memory. */
    public void answers(AnswerId run, Consumer<byte[]> reader) {
        int page = 0;
        Optional<byte[]> found = answers(run, page);
        while (found.isPresent()) {
            reader.accept(found.get());
            page++;
            found = answers(run, page);
        }
    }

    private Optional<byte[]> answers(AnswerId run, int page) {
        return database.read(connection -> new RunRows(connection).answers(run, page));
    }

    /** A page of a run, from 0, with whom its lines are about; without {@link AnsweredPage#reached}. */
    public Optional<AnsweredPage> page(AnswerId run, int page) {
        return database.read(connection -> new RunRows(connection).page(run, page));
    }

    /**
     * Ends a run of which every page stands; once.
     *
     * @param root the hash of the Merkle tree over its lines
     */
    public void end(AnswerId run, byte[] root) {
        database.write(connection -> {
            new RunRows(connection).end(run, root);
            return true;
        });
    }

    /** Notes that its result stands in the asker's folder. */
    public void delivered(AnswerId run) {
        database.write(connection -> {
            new RunRows(connection).delivered(run);
            return true;
        });
    }

    /** Notes a file that was not taken as a whole. */
    public void refuse(RefusedFile file) {
        database.write(connection -> {
            try (var statement = connection.prepareStatement(REFUSE)) {
                new Columns(statement)
                        .text(file.folder().value())
                        .text(file.name())
                        .text(file.code())
                        .moment(file.at());
                statement.setString(5, file.digest().map(Digest::hex).orElse(null));
                return statement.executeUpdate();
            }
        });
    }

    /** How runs stand: those that are under way, then the latest. */
    public List<RunStanding> standing(int most) {
        return database.read(connection -> {
            try (var statement = connection.prepareStatement(STANDING)) {
                statement.setInt(1, most);
                return Rows.list(statement.executeQuery(), RunStanding::read);
            }
        });
    }

    /** How the latest run for a subscription stands, also one that was refused. */
    public Optional<RunStanding> latestOf(Subscription subscription) {
        return database.read(connection -> {
            try (var statement = connection.prepareStatement(OF_SUBSCRIPTION)) {
                new Columns(statement)
                        .text(subscription.supplier().value())
                        .text(subscription.scheme().value())
                        .text(subscription.purpose().value());
                return Rows.list(statement.executeQuery(), RunStanding::read).stream()
                        .findFirst();
            }
        });
    }

    /** The latest files that were not taken. */
    public List<RefusedFile> refused(int most) {
        return database.read(connection -> {
            try (var statement = connection.prepareStatement(REFUSED)) {
                statement.setInt(1, most);
                return Rows.list(statement.executeQuery(), RefusedFile::read);
            }
        });
    }

    void close() {
        database.close();
    }
}
