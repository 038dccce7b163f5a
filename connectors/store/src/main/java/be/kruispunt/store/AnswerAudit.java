package be.kruispunt.store;

import be.kruispunt.evidence.MerkleTree;
import be.kruispunt.evidence.TreeHash;
import be.kruispunt.model.id.AnswerId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.CustomerReference;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was answered to whom, with its proof: for an auditor, and for the person who asks who asked about him. Nothing is read of a
 * person before it is recorded who looks, and why.
 */
public final class AnswerAudit {
    private static final String ANSWER =
            """
            select q.id as question, q.asked_at, q.asker, q.scheme, q.purpose, q.day, q.trace, q.authorisation, q.register,
                q.reason, q.known_at, q.persons, q.strangers, q.expires_at,
                a.id, a.customer, a.person, a.answer, a.valid_from, a.valid_until, a.as_of
            from rights_answer a join rights_question q on q.id = a.question
            """;

    private static final String BY_ID = ANSWER + "where a.id in (?, hidden_number(?))";

    private static final String ABOUT = ANSWER + "where a.person = any(?::text[]) order by q.asked_at, a.id";

    private static final String LOOKS =
            """
            select l.looked_at, l.looked_by, l.reason from rights_look l where l.person = any(?::text[])
            union all
            select l.looked_at, l.looked_by, l.reason from rights_answer a join rights_look l on l.answer = hidden_number(a.id)
            where a.person = any(?::text[])
            order by 1
            """;

    private static final String TREE =
            """
            select q.root, a.place, o.leaf from rights_answer a join rights_question q on q.id = a.question
            join rights_answer o on o.question = q.id
            where a.id in (?, hidden_number(?)) and q.root is not null order by o.place
            """;

    private static final String SHARED =
            """
            select c.shares and not exists (
                select from customer o
                where o.supplier = c.supplier and o.person = c.person and not o.shares
                    and o.known_from <= asked.known and (o.known_until is null or o.known_until > asked.known)
                    and o.valid_from <= coalesce(c.valid_until, 'infinity')
                    and coalesce(o.valid_until, 'infinity') >= c.valid_from) as shares
            from (values (?::timestamptz)) as asked (known) join customer c
            on c.supplier = ? and c.reference = ?
                and c.known_from <= asked.known and (c.known_until is null or c.known_until > asked.known)
            """;

    private static final String EXPIRE = "select expire_answers(?)";

    private final Database database;

    AnswerAudit(Database database) {
        this.database = database;
    }

    /** An answer, if there is one with this number. */
    public Optional<GivenAnswer> answer(AnswerId id, Look look) {
        return database.write(connection -> {
            look.record(connection, id);
            Optional<GivenAnswer> answer = answer(connection, id);
            return answer.isPresent() ? answer : new RunAnswers(connection).answer(id);
        });
    }

    private static Optional<GivenAnswer> answer(Connection connection, AnswerId id) throws SQLException {
        try (var statement = connection.prepareStatement(BY_ID)) {
            new Columns(statement).uuid(id.value()).uuid(id.value());
            return Rows.list(statement.executeQuery(), row -> GivenAnswer.read(row, id)).stream()
                    .findFirst();
        }
    }

    /** Records that somebody looks at what is known of a person, for what is read of it otherwise. */
    public void look(Insz person, Look look) {
        database.write(connection -> {
            look.record(connection, person);
            return true;
        });
    }

    /** Whether a customer could be looked up when it was asked about him: or had forbidden it, in this contract or beside it. */
    public boolean shared(AskedQuestion question, CustomerReference reference) {
        return database.read(connection -> {
            try (var statement = connection.prepareStatement(SHARED)) {
                new Columns(statement)
                        .moment(question.known())
                        .text(question.asker().value())
                        .text(reference.value());
                return Rows.list(statement.executeQuery(), row -> row.getBoolean("shares")).stream()
                        .allMatch(shares -> shares);
            }
        });
    }

    private record Leaf(TreeHash root, int place, TreeHash leaf) {}

    /**
     * The proof of an answer: with its question, or as a line of the file of its run. None where it was recorded before there were
     * proofs, or not every page of the run stands.
     */
    public Optional<AnswerProof> proof(GivenAnswer answer) {
        return database.write(connection -> {
            try (var statement = connection.prepareStatement(TREE)) {
                new Columns(statement)
                        .uuid(answer.id().value())
                        .uuid(answer.id().value());
                List<Leaf> leaves = Rows.list(
                        statement.executeQuery(),
                        row -> new Leaf(
                                TreeHash.of(row.getBytes("root")),
                                row.getInt("place"),
                                TreeHash.of(row.getBytes("leaf"))));
                return leaves.isEmpty()
                        ? new RunAnswers(connection).proof(answer.id())
                        : Optional.of(proof(answer, leaves));
            }
        });
    }

    /**
     * The proof of a line of a run whose time is over, by what its asker has kept.
     *
     * @param line as it stands in the result
     */
    public Optional<AnswerProof> proof(AnswerId id, String line) {
        return database.write(connection -> new RunAnswers(connection).proof(id, line));
    }

    private static AnswerProof proof(GivenAnswer answer, List<Leaf> leaves) {
        var text = new AnswerText();
        Leaf any = leaves.getFirst();
        String question = text.question(answer.question());
        var ofQuestion = MerkleTree.proving(0);
        var ofAnswer = MerkleTree.proving(any.place());
        for (MerkleTree tree : List.of(ofQuestion, ofAnswer)) {
            tree.addLeaf(AnswerProof.Entry.leaf(question));
            leaves.forEach(leaf -> tree.addLeaf(leaf.leaf()));
        }
        return new AnswerProof(
                any.root(),
                List.of(
                        AnswerProof.Entry.of(question, ofQuestion.proof()),
                        new AnswerProof.Entry(
                                answer.content().map(content -> text.answer(answer.id(), content.told())),
                                leaves.get(any.place() - 1).leaf(),
                                ofAnswer.proof())));
    }

    /**
     * What is known of questions about a person.
     *
     * @param answers by any of his numbers, the oldest first, as far as they are kept
     * @param looks who looked at it before
     */
    public record About(List<GivenAnswer> answers, List<Look> looks) {
        public About {
            answers = List.copyOf(answers);
            looks = List.copyOf(looks);
        }
    }

    /** Every question about a person, and who looked at them. */
    public About about(Insz number, Look look) {
        return database.write(connection -> {
            Set<Insz> numbers = new HashSet<>(Set.of(number));
            new ReplacedNumbers(connection).others(numbers).values().forEach(numbers::addAll);
            List<Look> looks = ask(connection, LOOKS, numbers, 2, Look::read);
            look.record(connection, number);
            var answers = new ArrayList<>(ask(connection, ABOUT, numbers, 1, GivenAnswer::read));
            answers.addAll(new RunAnswers(connection).about(numbers));
            answers.sort(Comparator.comparing(answer -> answer.question().at()));
            return new About(answers, looks);
        });
    }

    private static <T> List<T> ask(
            Connection connection, String question, Set<Insz> numbers, int times, Rows.Mapper<T> mapper)
            throws SQLException {
        try (var statement = connection.prepareStatement(question)) {
            var columns = new Columns(statement);
            for (int i = 0; i < times; i++) {
                columns.text(numbers, Insz::digits);
            }
            return Rows.list(statement.executeQuery(), mapper);
        }
    }

    /**
     * Empties the answers of some questions whose time is over, a page in a transaction of its own. What proves them stays.
     *
     * @param most how many questions
     * @return how many there were; fewer than {@code most}: no more are due
     */
    public int expire(int most) {
        return database.write(connection -> {
            try (var statement = connection.prepareStatement(EXPIRE)) {
                statement.setInt(1, most);
                return Rows.list(statement.executeQuery(), row -> row.getInt(1)).getFirst();
            }
        });
    }
}
