package be.kruispunt.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import be.kruispunt.model.id.AnswerId;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.Insz;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The rows of one run and of its pages. */
final class RunRows {
    static final String COLUMNS =
            """
            select id, kind, asker, scheme, purpose, name, day, today, known_at, as_of, before, digest,
                authorisation, register, reason, started_at, expires_at
            from rights_run
            """;

    private static final String BEGIN =
            """
            insert into rights_run (id, kind, asker, scheme, purpose, name, day, today, known_at, authorisation, register,
                reason, started_at, expires_at, as_of, before, digest, signature)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """;

    private static final String LOCK =
            """
            select ended_at is not null or expires_at <= clock_timestamp() as ended from rights_run where id = ? for update
            """;

    private static final String LAST_PAGE =
            "select page, reached, last from rights_run_page where run = ? order by page desc limit 1";

    private static final String ADD_PAGE =
            """
            insert into rights_run_page (run, page, lines, strangers, reached, answers, persons, last, answered_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, clock_timestamp())
            """;

    private static final String PAGE =
            """
            select lines, strangers, answers, persons, last from rights_run_page
            where run = ? and page = ? and answers is not null
            """;

    private static final String ANSWERS =
            "select answers from rights_run_page where run = ? and page = ? and answers is not null";

    private static final String END =
            """
            update rights_run r set ended_at = clock_timestamp(), root = ?, lines = p.lines, strangers = p.strangers
            from (select coalesce(sum(lines), 0) as lines, coalesce(sum(strangers), 0) as strangers
                from rights_run_page where run = ?) as p
            where r.id = ? and r.ended_at is null
            """;

    private static final String DELIVERED =
            "update rights_run set delivered_at = clock_timestamp() where id = ? and delivered_at is null";

    private final Connection connection;

    RunRows(Connection connection) {
        this.connection = connection;
    }

    /** Where a run has come to. */
    record Reached(int pages, String reached, boolean last) {}

    /** False where the asker has such a run already. */
    boolean begin(RightsRun run, byte[] signature) throws SQLException {
        try (var statement = connection.prepareStatement(BEGIN)) {
            var subject = run.subject();
            new Columns(statement)
                    .uuid(run.id().value())
                    .text(subject.kind().name())
                    .text(subject.asker().value())
                    .text(subject.scheme().value())
                    .text(subject.purpose().value())
                    .text(run.name())
                    .day(subject.day())
                    .day(run.moment().today())
                    .moment(run.moment().known())
                    .text(run.grounds().authorisation())
                    .number(run.grounds().register())
                    .text(run.grounds().refused().map(Enum::name).orElse(""))
                    .moment(run.started())
                    .moment(run.expires());
            statement.setObject(15, run.moment().asOf().map(RunRows::atUtc).orElse(null));
            statement.setObject(16, run.before().map(AnswerId::value).orElse(null));
            statement.setString(17, run.digest().map(Digest::hex).orElse(null));
            statement.setBytes(18, signature.length == 0 ? null : signature);
            return statement.executeUpdate() == 1;
        }
    }

    private static OffsetDateTime atUtc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** Holds the run until the transaction ends, so that whoever else works on it goes on where this one ends. */
    Reached hold(AnswerId run) throws SQLException {
        boolean ended;
        try (var statement = connection.prepareStatement(LOCK)) {
            new Columns(statement).uuid(run.value());
            ended = Rows.list(statement.executeQuery(), row -> row.getBoolean("ended"))
                    .getFirst();
        }
        Reached reached = reached(run);
        return new Reached(reached.pages(), reached.reached(), ended || reached.last());
    }

    Reached reached(AnswerId run) throws SQLException {
        try (var statement = connection.prepareStatement(LAST_PAGE)) {
            new Columns(statement).uuid(run.value());
            return Rows.list(
                            statement.executeQuery(),
                            row -> new Reached(
                                    row.getInt("page") + 1, row.getString("reached"), row.getBoolean("last")))
                    .stream()
                    .findFirst()
                    .orElse(new Reached(0, "", false));
        }
    }

    void add(AnswerId run, int page, AnsweredPage answered) throws SQLException {
        try (var statement = connection.prepareStatement(ADD_PAGE);
                var compression = new Compression()) {
            List<AnsweredPage.Line> lines = answered.lines();
            new Columns(statement)
                    .uuid(run.value())
                    .number(page)
                    .number(lines.size())
                    .number(answered.strangers())
                    .text(answered.reached());
            statement.setBytes(6, compressed(compression, lines, AnsweredPage.Line::text));
            statement.setBytes(7, compressed(compression, lines, line -> line.person()
                    .map(Insz::digits)
                    .orElse("")));
            statement.setBoolean(8, answered.last());
            statement.executeUpdate();
        }
    }

    private static byte[] compressed(
            Compression compression, List<AnsweredPage.Line> lines, Function<AnsweredPage.Line, String> text) {
        if (lines.isEmpty()) {
            return new byte[0];
        }
        var all = new StringBuilder();
        lines.forEach(line -> all.append(text.apply(line)).append('\n'));
        return compression.compress(all.toString().getBytes(UTF_8));
    }

    /** The lines of a page, each with a line's end; empty where there is no such page. */
    Optional<byte[]> answers(AnswerId run, int page) throws SQLException {
        try (var statement = connection.prepareStatement(ANSWERS)) {
            new Columns(statement).uuid(run.value()).number(page);
            return Rows.list(statement.executeQuery(), row -> expanded(row.getBytes("answers"))).stream()
                    .findFirst();
        }
    }

    static byte[] expanded(byte[] compressed) {
        return compressed.length == 0 ? compressed : Compression.expand(compressed);
    }

    /** A page as it stands; empty where there is none. */
    Optional<AnsweredPage> page(AnswerId run, int page) throws SQLException {
        try (var statement = connection.prepareStatement(PAGE)) {
            new Columns(statement).uuid(run.value()).number(page);
            return Rows.list(
                            statement.executeQuery(),
                            row -> page(
                                    row.getInt("lines"),
                                    row.getInt("strangers"),
                                    row.getBytes("answers"),
                                    row.getBytes("persons"),
                                    row.getBoolean("last")))
                    .stream()
                    .findFirst();
        }
    }

    private static AnsweredPage page(int lines, int strangers, byte[] answers, byte[] persons, boolean last) {
        List<String> texts = split(answers);
        List<String> numbers = split(persons);
        return new AnsweredPage(
                IntStream.range(0, lines)
                        .mapToObj(i -> new AnsweredPage.Line(
                                texts.get(i),
                                Optional.of(numbers.get(i))
                                        .filter(number -> !number.isEmpty())
                                        .map(Insz::of)))
                        .toList(),
                strangers,
                "",
                last);
    }

    private static List<String> split(byte[] compressed) {
        return new String(expanded(compressed), UTF_8).lines().toList();
    }

    void end(AnswerId run, byte[] root) throws SQLException {
        try (var statement = connection.prepareStatement(END)) {
            statement.setBytes(1, root);
            statement.setObject(2, run.value());
            statement.setObject(3, run.value());
            statement.executeUpdate();
        }
    }

    void delivered(AnswerId run) throws SQLException {
        try (var statement = connection.prepareStatement(DELIVERED)) {
            new Columns(statement).uuid(run.value());
            statement.executeUpdate();
        }
    }
}
