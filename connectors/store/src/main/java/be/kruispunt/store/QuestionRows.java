package be.kruispunt.store;

import be.kruispunt.evidence.TreeHash;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.RightAnswer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** The audit of questions, and the count of those about persons who are not the asker's customers. */
final class QuestionRows {
    private static final String RECORD =
            """
            with question as (
                insert into rights_question (id, asked_at, asker, scheme, purpose, day, trace, authorisation, register,
                    reason, known_at, persons, strangers, root, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                returning id
            )
            insert into rights_answer
                (question, id, customer, person, answer, valid_from, valid_until, as_of, leaf, place)
            select q.id, n.* from question q, unnest(
                ?::uuid[], ?::text[], ?::text[], ?::text[], ?::date[], ?::date[], ?::timestamptz[], ?::bytea[])
                with ordinality as n
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

    /** Records a question, and counts the strangers in it; tells the operator when they are many. */
    void record(RecordedQuestion recorded, StrangerLimits limits) throws SQLException {
        try (var statement = connection.prepareStatement(RECORD)) {
            var question = AskedQuestion.of(recorded);
            QuestionTree tree = QuestionTree.of(recorded);
            var columns = new Columns(statement)
                    .uuid(question.id().value())
                    .moment(question.at())
                    .text(question.asker().value())
                    .text(question.scheme().value())
                    .text(question.purpose().value())
                    .day(question.day())
                    .text(question.trace())
                    .text(question.authorisation())
                    .number(question.register())
                    .text(question.refused().map(Enum::name).orElse(""))
                    .moment(question.known())
                    .number(question.persons())
                    .number(question.strangers())
                    .bytes(tree.root().bytes())
                    .moment(recorded.expires());
            answers(columns, recorded.lines()).bytes(tree.leaves(), TreeHash::bytes);
            statement.executeUpdate();
        }
        if (recorded.strangers() > 0) {
            count(recorded.question().asker(), recorded.strangers(), limits);
        }
    }

    private static Columns answers(Columns columns, List<RecordedQuestion.Line> lines) throws SQLException {
        return columns.uuid(lines, line -> line.id().value())
                .text(lines, line -> QuestionTree.told(line)
                        .map(answer -> answer.customer().value())
                        .orElse(null))
                .text(lines, line -> line.person().map(Insz::digits).orElse(null))
                .text(lines, line -> QuestionTree.told(line)
                        .map(answer -> answer.entitlement().name())
                        .orElse(GivenAnswer.NOT_A_CUSTOMER))
                .add("date", lines, line -> QuestionTree.told(line)
                        .flatMap(RightAnswer::from)
                        .orElse(null))
                .add("date", lines, line -> QuestionTree.told(line)
                        .flatMap(RightAnswer::until)
                        .orElse(null))
                .add("timestamptz", lines, line -> QuestionTree.told(line)
                        .map(answer ->
                                OffsetDateTime.ofInstant(answer.asOf().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC))
                        .orElse(null));
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
