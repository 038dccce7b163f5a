package be.kruispunt.store;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.AskedPerson;
import be.kruispunt.model.rights.CustomerReference;
import be.kruispunt.model.rights.RightsQuestion;
import be.kruispunt.rights.DerivedRight;
import be.kruispunt.rights.Facts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The buffer store: what authentic sources report, and the rights that follow, both as of any moment. A report and what follows from
 * it are one transaction: who and whoever lives with him is derived, and nobody else.
 */
public final class RightsStore {
    private static final String REPORTED =
            """
            insert into status_source (source, reported_at) values (?, ?)
            on conflict (source) do update set reported_at = greatest(status_source.reported_at, excluded.reported_at)
            """;

    /** So many more may a report derive than those whom it concerns; the watch derives the others. */
    private static final int MOST_DUE = 100;

    private static final String ANY_DUE = "select exists (select 1 from rights_due where done_at is null)";

    final Database database;
    private final HubTerm term;

    RightsStore(Database database, HubTerm term) {
        this.database = database;
        this.term = term;
    }

    /**
     * Takes what a source says of its decisions, and derives whom it concerns.
     *
     * @return what becomes of each change, in their order
     */
    public List<ChangeOutcome> report(StatusReport report, Deriver deriver) {
        return database.write(connection -> report(connection, report, deriver));
    }

    /** The same, as what a message changes. Every change must be one that {@link #outcomes} found to be taken. */
    public Effect keeping(StatusReport report, Deriver deriver) {
        return (connection, ticket, at) -> requireTaken(report(connection, report, deriver));
    }

    /** The receipt is signed by then; and who reports does so one message after the other, so nothing has come between. */
    private static void requireTaken(List<ChangeOutcome> outcomes) {
        if (outcomes.stream().anyMatch(outcome -> outcome != ChangeOutcome.TAKEN)) {
            throw new IllegalStateException("a change that was to be taken cannot be taken any more");
        }
    }

    private static List<ChangeOutcome> report(Connection connection, StatusReport report, Deriver deriver)
            throws SQLException {
        Instant moment = RightsMoment.next(connection);
        List<ChangeOutcome> outcomes = take(connection, report, moment, deriver);
        reported(connection, report.source(), moment);
        return outcomes;
    }

    static List<ChangeOutcome> take(Connection connection, StatusReport report, Instant moment, Deriver deriver)
            throws SQLException {
        var rows = new StatusRows(connection, report, moment);
        List<ChangeOutcome> outcomes = rows.take();
        new Deriving(connection, moment, deriver).withDue(rows.changed(), MOST_DUE);
        return outcomes;
    }

    /** What would become of each change, with nothing done: it becomes so, unless the source reports something else before. */
    public List<ChangeOutcome> outcomes(StatusReport report) {
        return database.read(connection -> new StatusRows(connection, report, Instant.EPOCH).outcomes());
    }

    /** Takes what the register of persons says, and derives whom it concerns; gives what becomes of each, as {@link #outcomes}. */
    public List<ChangeOutcome> report(HouseholdReport report, Deriver deriver) {
        return database.write(connection -> report(connection, report, deriver));
    }

    /** The same, as what a message changes. Every one must be one that {@link #outcomes} found to be taken. */
    public Effect keeping(HouseholdReport report, Deriver deriver) {
        return (connection, ticket, at) -> requireTaken(report(connection, report, deriver));
    }

    private static List<ChangeOutcome> report(Connection connection, HouseholdReport report, Deriver deriver)
            throws SQLException {
        Instant moment = RightsMoment.next(connection);
        List<ChangeOutcome> outcomes = take(connection, report, moment, deriver);
        reported(connection, report.source(), moment);
        return outcomes;
    }

    static List<ChangeOutcome> take(Connection connection, HouseholdReport report, Instant moment, Deriver deriver)
            throws SQLException {
        var rows = new HouseholdRows(connection, report, moment);
        List<ChangeOutcome> outcomes = rows.take();
        new Deriving(connection, moment, deriver).withDue(rows.changed(), MOST_DUE);
        return outcomes;
    }

    /** What would become of each household, and then of each death, with nothing done. */
    public List<ChangeOutcome> outcomes(HouseholdReport report) {
        return database.read(connection -> new HouseholdRows(connection, report, Instant.EPOCH).outcomes());
    }

    static void reported(Connection connection, InstitutionId source, Instant moment) throws SQLException {
        try (var statement = connection.prepareStatement(REPORTED)) {
            new Columns(statement).text(source.value()).moment(moment);
            statement.executeUpdate();
        }
    }

    /**
     * A page of a derivation of everybody.
     *
     * @param last the number of the last person of the page, with which the next page is asked for; empty: this was the last
     * @param persons how many were derived
     * @param changed how many rows were closed or added: none, unless a scheme changed or something had gone by
     */
    public record DerivedPage(Optional<Insz> last, int persons, int changed) {}

    /**
     * Derives everybody anew, a page at a time, each in a transaction of its own: what is cut off goes on where it was.
     *
     * @param after the last person of the page before; empty for the first
     * @param most how many persons
     */
    public DerivedPage deriveNext(Optional<Insz> after, int most, Deriver deriver) {
        return database.write(
                connection -> new Deriving(connection, RightsMoment.next(connection), deriver).next(after, most));
    }

    /**
     * Derives persons whose numbers replaced one another since; gives how many were looked at, none when all are done. Every report does
     * so too.
     */
    public int deriveDue(int most, Deriver deriver) {
        if (!database.read(RightsStore::anyDue)) {
            return 0;
        }
        return database.write(connection -> new Deriving(connection, RightsMoment.next(connection), deriver).due(most));
    }

    /** What was asked, and by whom. */
    public RightsAudit audit() {
        return new RightsAudit(database);
    }

    /** What is over, and is to go. */
    public RightsExpiry expiry() {
        return new RightsExpiry(database);
    }

    /** By which schemes everybody was derived. */
    public DerivedBy derivedBy() {
        return new DerivedBy(database);
    }

    /** Who asks, and how curious he is. */
    public Askers askers() {
        return new Askers(database);
    }

    private static boolean anyDue(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(ANY_DUE)) {
            return Rows.list(statement.executeQuery(), row -> row.getBoolean(1)).getFirst();
        }
    }

    /** The moment of the last change: what is read as of it is read the same later. */
    public Instant moment() {
        return database.read(RightsMoment::last);
    }

    /** The rights of a person as they stood at a moment, by one of his numbers. */
    public List<DerivedRight> rights(Insz number, Instant known) {
        return rights(Set.of(number), known).getOrDefault(number, List.of());
    }

    /** The rights of persons as they stood at a moment. Who has none is not in the answer. */
    public Map<Insz, List<DerivedRight>> rights(Collection<Insz> numbers, Instant known) {
        return database.read(connection -> new DerivedRights(connection, known).of(numbers));
    }

    /** What was known at a moment of a person and of who lived with him, for those who may know why he has a right. */
    public Facts facts(Insz number, Instant known) {
        return database.readAtOneMoment(connection ->
                RightsFacts.then(connection, known).of(Set.of(number)).facts());
    }

    /** Takes what a supplier says of its customers; gives what becomes of each change, in their order. */
    public List<ChangeOutcome> report(CustomerReport report) {
        return database.write(connection -> report(connection, report));
    }

    private static List<ChangeOutcome> report(Connection connection, CustomerReport report) throws SQLException {
        return new CustomerRows(connection, report, RightsMoment.next(connection)).take();
    }

    /** The same, as what a message changes. Every change must be one that {@link #outcomes} found to be taken. */
    public Effect keeping(CustomerReport report) {
        return (connection, ticket, at) -> requireTaken(report(connection, report));
    }

    /** What would become of each change, with nothing done. */
    public List<ChangeOutcome> outcomes(CustomerReport report) {
        return database.read(connection -> new CustomerRows(connection, report, Instant.EPOCH).outcomes());
    }

    /** What holds for all questions of these askers now. */
    public AskersStanding standing(Collection<InstitutionId> askers) {
        return database.read(connection -> AskersStanding.of(connection, askers));
    }

    /** What a question is answered from, as it stands now. */
    public AskedFacts lookUp(RightsQuestion question) {
        return lookUp(List.of(question), standing(Set.of(question.asker()))).getFirst();
    }

    /**
     * The same for several questions, in their order and as of one moment: together they take no more statements than one.
     *
     * @param standing of all their askers
     */
    public List<AskedFacts> lookUp(List<RightsQuestion> questions, AskersStanding standing) {
        return questions.isEmpty() ? List.of() : database.read(connection -> lookUp(connection, questions, standing));
    }

    private static List<AskedFacts> lookUp(
            Connection connection, List<RightsQuestion> questions, AskersStanding standing) throws SQLException {
        var look = new CustomerLookUp(
                connection,
                questions.stream()
                        .map(question -> Sought.by(question, standing.known()))
                        .toList());
        Iterator<Map<AskedPerson, List<CustomerRights>>> customers = look.customers(
                        questions.stream().map(RightsQuestion::persons).toList())
                .iterator();
        return questions.stream()
                .map(question -> standing.facts(question.asker(), customers.next()))
                .toList();
    }

    /**
     * The next customers of a supplier with their rights, in the order of their references, as it was known at a moment: so a run that
     * takes hours, or is cut off and goes on, is true for one moment.
     *
     * @param after the last reference of the page before; empty for the first
     */
    public List<CustomerRights> customers(Sought sought, Optional<CustomerReference> after, int most) {
        return database.read(connection -> new CustomerLookUp(connection, sought).page(after, most));
    }

    /**
     * Records what became of a question, and counts those of whom it was not for its asker to ask.
     *
     * @throws StoreUnavailable also when another hub has taken over the store
     */
    public void record(RecordedQuestion question, StrangerLimits limits) {
        record(List.of(question), limits);
    }

    /** The same for several, all or none of them: together they wait once until it is on disk. */
    public void record(List<RecordedQuestion> questions, StrangerLimits limits) {
        Database.Work<Boolean> work =
                connection -> new QuestionRows(connection).record(questions, limits, term.number());
        boolean strangers = questions.stream().anyMatch(each -> each.strangers() > 0);
        if (!(strangers ? database.write(work) : database.writeAtOnce(work))) {
            throw new StoreUnavailable("another hub has taken over this store");
        }
    }

    /** The same, as what a message changes. */
    public Effect keeping(RecordedQuestion question, StrangerLimits limits) {
        return (connection, ticket, at) -> new QuestionRows(connection).record(List.of(question), limits);
    }

    /** Lets an asker ask again, after somebody has looked; false if there is nothing that it was counted for. */
    public boolean release(InstitutionId asker, String by) {
        return database.write(connection -> new QuestionRows(connection).release(asker, by));
    }
}
