package be.kruispunt.store;

import be.kruispunt.evidence.TreeHash;
import be.kruispunt.model.id.AnswerId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.RightAnswer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The audit of questions, and the count of those about persons who are not the asker's customers. */
final class QuestionRows {
    private static final String RECORD =
            """
            with stands as (select from hub_term where term = ? or ? < 0),
            question as (
                insert into rights_question (id, asked_at, asker, scheme, purpose, day, trace, authorisation, register,
                    reason, known_at, persons, strangers, root, expires_at)
                select * from unnest(?::uuid[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::date[], ?::text[],
                    ?::text[], ?::int8[], ?::text[], ?::timestamptz[], ?::int4[], ?::int4[], ?::bytea[], ?::timestamptz[])
                where exists (select from stands)
            ),
            answer as (
                insert into rights_answer
                    (question, id, place, customer, person, answer, valid_from, valid_until, as_of, leaf)
                select * from unnest(
                    ?::uuid[], ?::uuid[], ?::int4[], ?::text[], ?::text[], ?::text[], ?::date[], ?::date[],
                    ?::timestamptz[], ?::bytea[])
                where exists (select from stands)
            )
            select exists (select from stands)
            """;

    /** The rows of counts first, and in the order in which they are counted; that of the asker after them. */
    private static final String FORGET =
            """
            update asker_count c set counted = 0 from (
                select supplier, kind, day from asker_count where supplier = ? and counted > 0
                order by kind, day for update) as k
            where c.supplier = k.supplier and c.kind = k.kind and c.day = k.day
            """;

    private static final String RELEASE =
            """
            insert into asker (supplier, strangers, looked_at, looked_by)
            select ?, 0, clock_timestamp(), ?
            where ? or exists (select from asker where supplier = ?)
            on conflict (supplier) do update set
                strangers = 0, alerted_at = null, stopped_at = null,
                looked_at = excluded.looked_at, looked_by = excluded.looked_by
            """;

    private final Connection connection;

    QuestionRows(Connection connection) {
        this.connection = connection;
    }

    /** A question as it is written, with what proves it. */
    private record Proved(RecordedQuestion recorded, AskedQuestion asked, QuestionTree tree) {
        static Proved of(RecordedQuestion recorded) {
            return new Proved(recorded, AskedQuestion.of(recorded), QuestionTree.of(recorded));
        }

        Stream<Answer> answers() {
            return IntStream.range(0, recorded.lines().size())
                    .mapToObj(i -> new Answer(
                            asked.id(),
                            i + 1,
                            recorded.lines().get(i),
                            tree.leaves().get(i)));
        }
    }

    /** A line of a question; {@code place}: from 1, in its question's order. */
    private record Answer(AnswerId question, int place, RecordedQuestion.Line line, TreeHash leaf) {
        Optional<RightAnswer> told() {
            return QuestionTree.told(line);
        }
    }

    /** Records questions, and counts the strangers in them; tells the operator when they are many. */
    void record(List<RecordedQuestion> recorded, StrangerLimits limits) throws SQLException {
        record(recorded, limits, HubTerm.ANY);
    }

    /** The same, and only in this term; false, and nothing is written, if it is over. By one statement where there is no stranger. */
    boolean record(List<RecordedQuestion> recorded, StrangerLimits limits, long term) throws SQLException {
        if (!write(recorded.stream().map(Proved::of).toList(), term)) {
            return false;
        }
        // In the order of their ids, as everybody locks them.
        var strangers = new TreeMap<InstitutionId, Long>();
        recorded.forEach(each -> strangers.merge(each.question().asker(), each.strangers(), Long::sum));
        for (var asker : strangers.entrySet()) {
            count(asker.getKey(), asker.getValue(), limits);
        }
        return true;
    }

    private boolean write(List<Proved> questions, long term) throws SQLException {
        try (var statement = connection.prepareStatement(RECORD)) {
            var columns = new Columns(statement).number(term).number(term);
            questions(columns, questions);
            answers(columns, questions.stream().flatMap(Proved::answers).toList());
            return Rows.list(statement.executeQuery(), row -> row.getBoolean(1)).getFirst();
        }
    }

    private static void questions(Columns columns, List<Proved> questions) throws SQLException {
        columns.uuid(questions, each -> each.asked().id().value())
                .add("timestamptz", questions, each -> each.asked().at())
                .text(questions, each -> each.asked().asker().value())
                .text(questions, each -> each.asked().scheme().value())
                .text(questions, each -> each.asked().purpose().value())
                .add("date", questions, each -> each.asked().day())
                .text(questions, each -> each.asked().trace())
                .text(questions, each -> each.asked().authorisation())
                .add("int8", questions, each -> each.asked().register())
                .text(questions, each -> each.asked().refused().map(Enum::name).orElse(""))
                .add("timestamptz", questions, each -> each.asked().known())
                .add("int4", questions, each -> each.asked().persons())
                .add("int4", questions, each -> each.asked().strangers())
                .bytes(questions, each -> each.tree().root().bytes())
                .add("timestamptz", questions, each -> each.recorded().expires());
    }

    private static void answers(Columns columns, List<Answer> answers) throws SQLException {
        columns.uuid(answers, each -> each.question().value())
                .uuid(answers, each -> each.line().id().value())
                .add("int4", answers, Answer::place)
                .text(answers, each -> each.told()
                        .map(answer -> answer.customer().value())
                        .orElse(null))
                .text(answers, each -> each.line().person().map(Insz::digits).orElse(null))
                .text(answers, each -> each.told()
                        .map(answer -> answer.entitlement().name())
                        .orElse(GivenAnswer.NOT_A_CUSTOMER))
                .add("date", answers, each -> each.told()
                        .flatMap(RightAnswer::from)
                        .orElse(null))
                .add("date", answers, each -> each.told()
                        .flatMap(RightAnswer::until)
                        .orElse(null))
                .add("timestamptz", answers, each -> each.told()
                        .map(answer -> answer.asOf().truncatedTo(ChronoUnit.MICROS))
                        .orElse(null))
                .bytes(answers, each -> each.leaf().bytes());
    }

    /** Counts how many were asked about that are not the asker's customers; tells the operator when they are many. */
    void count(InstitutionId asker, long strangers, StrangerLimits limits) throws SQLException {
        new CuriosityRows(connection, limits).count(asker, Map.of(Curiosity.STRANGER, strangers));
    }

    /** Lets an asker ask again; false if there is nothing that it was counted for. */
    boolean release(InstitutionId asker, String by) throws SQLException {
        String id = asker.value();
        boolean counted;
        try (var statement = connection.prepareStatement(FORGET)) {
            new Columns(statement).text(id);
            counted = statement.executeUpdate() > 0;
        }
        try (var statement = connection.prepareStatement(RELEASE)) {
            new Columns(statement).text(id).text(by);
            statement.setBoolean(3, counted);
            statement.setString(4, id);
            return statement.executeUpdate() == 1;
        }
    }
}
