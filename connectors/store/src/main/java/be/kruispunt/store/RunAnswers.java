package be.kruispunt.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import be.kruispunt.evidence.MerkleTree;
import be.kruispunt.evidence.TreeHash;
import be.kruispunt.model.id.AnswerId;
import be.kruispunt.model.id.Insz;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The answers that stand in pages of runs, a line each. One page is in memory at a time. */
final class RunAnswers {
    /** How much earlier than its page an answer may have got its number, which tells when; and the clocks of hub and database differ. */
    private static final Duration BEFORE = Duration.ofHours(1);

    private static final Duration AFTER = Duration.ofMinutes(1);

    private static final String RUN =
            """
            select r.id as question, r.started_at as asked_at, r.asker, r.scheme, r.purpose, r.day,
                r.kind || ' ' || r.name as trace, r.authorisation, r.register, r.reason, r.known_at,
                coalesce(r.lines, 0) as persons, coalesce(r.strangers, 0) as strangers, r.root, r.expires_at, p.page,
                p.answers, p.persons as numbers
            from rights_run_page p join rights_run r on r.id = p.run
            """;

    private static final String AT =
            RUN + "where p.answered_at between ? and ? and p.answers is not null order by p.answered_at, p.run, p.page";

    /**
     * Of a run over all customers only the page in which a customer is who is he, or may be by name and address, as they stand in the order of their references; every
     * page of a file; and every page with somebody who was no customer.
     */
    private static final String ABOUT = RUN
            + """
                    left join rights_run b on b.id = r.before
                    where p.answers is not null and (p.strangers > 0 or exists (
                        select from customer c
                        where c.supplier = r.asker
                            and (c.person = any(?::text[]) or (c.person is null and c.names is not null))
                            and c.known_from <= r.known_at
                            and (c.known_until is null or c.known_until > coalesce(b.known_at, r.known_at))
                            and (r.kind = 'FILE' or p.page = (
                                select min(n.page) from rights_run_page n
                                where n.run = r.id and n.reached >= c.reference))))
                    order by r.started_at, p.run, p.page
                    """;

    private static final String EMPTIED =
            """
            select p.run, r.root, p.page, p.leaves from rights_run_page p join rights_run r on r.id = p.run
            where p.answered_at between ? and ? and p.answers is null and r.root is not null
            """;

    private static final int AT_A_TIME = 4;

    private static final String PAGES = "select answers, leaves from rights_run_page where run = ? order by page";

    private static final String LINES_BEFORE =
            "select coalesce(sum(lines), 0) from rights_run_page where run = ? and page < ?";

    private final Connection connection;

    /** {@code connection}: in a transaction, or whole runs would come at once. */
    RunAnswers(Connection connection) {
        this.connection = connection;
    }

    /** A page with the run that it is of; its columns are expanded when they are asked for. */
    private record Page(
            AskedQuestion run,
            Optional<TreeHash> root,
            Instant expires,
            int number,
            Supplier<List<String>> answers,
            Supplier<List<String>> persons) {
        static Page read(ResultSet row) throws SQLException {
            return new Page(
                    AskedQuestion.read(row),
                    Optional.ofNullable(row.getBytes("root")).map(TreeHash::of),
                    Rows.instant(row, "expires_at"),
                    row.getInt("page"),
                    lines(row.getBytes("answers")),
                    lines(row.getBytes("numbers")));
        }

        /** Those of its lines that are about one of these persons. */
        Stream<GivenAnswer> about(Set<Insz> persons) {
            Set<String> numbers = persons.stream().map(Insz::digits).collect(Collectors.toSet());
            List<String> each = this.persons.get();
            List<Integer> found = IntStream.range(0, each.size())
                    .filter(line -> numbers.contains(each.get(line)))
                    .boxed()
                    .toList();
            return found.isEmpty() ? Stream.empty() : answers(found, answers.get(), each);
        }

        /** That line of it which is the answer with this number. */
        Optional<Found> find(AnswerId id) {
            List<String> lines = answers.get();
            String end = ";" + id;
            return IntStream.range(0, lines.size())
                    .filter(line -> lines.get(line).endsWith(end))
                    .boxed()
                    .findFirst()
                    .map(line -> new Found(
                            answers(List.of(line), lines, persons.get())
                                    .findFirst()
                                    .orElseThrow(),
                            root,
                            number,
                            line,
                            lines.get(line)));
        }

        private Stream<GivenAnswer> answers(List<Integer> places, List<String> lines, List<String> persons) {
            return places.stream()
                    .map(place -> RunLine.read(lines.get(place)).answer(run, person(persons.get(place)), expires));
        }

        private static Optional<Insz> person(String number) {
            return number.isEmpty() ? Optional.empty() : Optional.of(Insz.of(number));
        }
    }

    private static Supplier<List<String>> lines(byte[] compressed) {
        return () -> split(compressed);
    }

    private static List<String> split(byte[] compressed) {
        return new String(RunRows.expanded(compressed), UTF_8).lines().toList();
    }

    /**
     * An answer, and where it stands.
     *
     * @param root over the lines of the run; empty while not every page stands
     */
    private record Found(GivenAnswer answer, Optional<TreeHash> root, int page, int line, String text) {}

    /** The answer with this number, if it stands in a page whose time is not over. */
    Optional<GivenAnswer> answer(AnswerId id) throws SQLException {
        return find(id).map(Found::answer);
    }

    private Optional<Found> find(AnswerId id) throws SQLException {
        Instant at = id.at();
        try (var statement = read(AT)) {
            new Columns(statement).moment(at.minus(AFTER)).moment(at.plus(BEFORE));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Optional<Found> found = Page.read(rows).find(id);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Every answer about one of these persons. */
    List<GivenAnswer> about(Set<Insz> persons) throws SQLException {
        var answers = new ArrayList<GivenAnswer>();
        try (var statement = read(ABOUT)) {
            new Columns(statement).text(persons, Insz::digits);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Page.read(rows).about(persons).forEach(answers::add);
                }
            }
        }
        return answers;
    }

    /** That an answer is one of the lines of its run: of the file, as its asker has it. */
    Optional<AnswerProof> proof(AnswerId id) throws SQLException {
        Optional<Found> found = find(id);
        Optional<TreeHash> root = found.flatMap(Found::root);
        if (found.isEmpty() || root.isEmpty()) {
            return Optional.empty();
        }
        Found line = found.get();
        AnswerId run = line.answer().question().id();
        return Optional.of(proof(root.get(), run, linesBefore(run, line.page()) + line.line(), line.text()));
    }

    private record Emptied(AnswerId run, TreeHash root, int page, List<TreeHash> leaves) {
        static Emptied read(ResultSet row) throws SQLException {
            return new Emptied(
                    new AnswerId(row.getObject("run", UUID.class)),
                    TreeHash.of(row.getBytes("root")),
                    row.getInt("page"),
                    RunLeaves.of(row.getBytes("leaves")));
        }
    }

    /** The same where the line is kept no more, and who was told it still has it. */
    Optional<AnswerProof> proof(AnswerId id, String line) throws SQLException {
        TreeHash leaf = AnswerProof.Entry.leaf(line);
        Instant at = id.at();
        try (var statement = read(EMPTIED)) {
            new Columns(statement).moment(at.minus(AFTER)).moment(at.plus(BEFORE));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    var page = Emptied.read(rows);
                    int place = page.leaves().indexOf(leaf);
                    if (place >= 0) {
                        long before = linesBefore(page.run(), page.page());
                        return Optional.of(proof(page.root(), page.run(), before + place, line));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private AnswerProof proof(TreeHash root, AnswerId run, long place, String line) throws SQLException {
        MerkleTree tree = MerkleTree.proving(1 + place);
        tree.add(run(run).firstLine().getBytes(UTF_8));
        try (var statement = read(PAGES)) {
            new Columns(statement).uuid(run.value());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    byte[] answers = rows.getBytes("answers");
                    (answers == null ? RunLeaves.of(rows.getBytes("leaves")) : RunLeaves.ofLines(answers))
                            .forEach(tree::addLeaf);
                }
            }
        }
        return new AnswerProof(root, List.of(AnswerProof.Entry.of(line, tree.proof())));
    }

    private RightsRun run(AnswerId run) throws SQLException {
        try (var statement = connection.prepareStatement("select * from rights_run where id = ?")) {
            new Columns(statement).uuid(run.value());
            return Rows.list(statement.executeQuery(), RightsRun::read).getFirst();
        }
    }

    private long linesBefore(AnswerId run, int page) throws SQLException {
        try (var statement = connection.prepareStatement(LINES_BEFORE)) {
            new Columns(statement).uuid(run.value()).number(page);
            return Rows.list(statement.executeQuery(), row -> row.getLong(1)).getFirst();
        }
    }

    private PreparedStatement read(String question) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(question);
        statement.setFetchSize(AT_A_TIME);
        return statement;
    }
}
