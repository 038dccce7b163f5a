package be.kruispunt.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import be.kruispunt.model.id.Ticket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The rows of one report and of its pages. */
final class ReportRows {
    /** Kept as long as answers are where a scheme says nothing: what a report told may have to explain them (decision 0040). */
    private static final String BEGIN =
            """
            insert into rights_report (ticket, kind, sender, name, purpose, digest, signature, lines, authorisation, register,
                arrived_at, expires_at)
            select n.*, n.arrived_at + interval '10 years'
            from (select ?::uuid, ?, ?, ?, ?, ?, ?::bytea, ?::bigint, ?, ?::bigint, ?::timestamptz as arrived_at) as n
            on conflict do nothing
            """;

    private static final String LOCK =
            """
            select ended_at is not null or expires_at <= clock_timestamp() as ended from rights_report where ticket = ? for update
            """;

    private static final String LAST_PAGE =
            "select page, reached from rights_report_page where report = ? order by page desc limit 1";

    private static final String ADD_PAGE =
            """
            insert into rights_report_page (report, page, lines, refused, reached, last, codes, taken_at)
            values (?, ?, ?, ?, ?, ?, ?, clock_timestamp())
            """;

    private static final String PAGE =
            "select lines, codes, reached, last from rights_report_page where report = ? and page = ?";

    private static final String END =
            "update rights_report set ended_at = clock_timestamp() where ticket = ? and ended_at is null";

    private static final String DELIVERED =
            "update rights_report set delivered_at = clock_timestamp() where ticket = ? and delivered_at is null";

    /** A report of which no line was taken tells nothing; one without lines tells that nothing changed. */
    private static final String TELLS =
            """
            select sum(lines) = 0 or sum(lines) > sum(refused) from rights_report_page where report = ?
            """;

    private final Connection connection;

    ReportRows(Connection connection) {
        this.connection = connection;
    }

    /** Where a report has come to. */
    record Reached(int pages, long bytes, boolean ended) {}

    /** False where the sender has such a file already. */
    boolean begin(RightsReport report, byte[] signature) throws SQLException {
        try (var statement = connection.prepareStatement(BEGIN)) {
            new Columns(statement)
                    .uuid(report.ticket().value())
                    .text(report.subject().kind().name())
                    .text(report.subject().sender().value())
                    .text(report.source().name())
                    .text(report.subject().purpose().value())
                    .text(report.source().digest().hex())
                    .bytes(signature)
                    .number(report.source().lines())
                    .text(report.grounds().authorisation())
                    .number(report.grounds().register())
                    .moment(report.arrived());
            return statement.executeUpdate() == 1;
        }
    }

    /** Holds the report until the transaction ends, so that whoever else works on it goes on where this one ends. */
    Reached hold(Ticket report) throws SQLException {
        boolean ended;
        try (var statement = connection.prepareStatement(LOCK)) {
            new Columns(statement).uuid(report.value());
            ended = Rows.list(statement.executeQuery(), row -> row.getBoolean("ended"))
                    .getFirst();
        }
        try (var statement = connection.prepareStatement(LAST_PAGE)) {
            new Columns(statement).uuid(report.value());
            return Rows.list(
                            statement.executeQuery(),
                            row -> new Reached(row.getInt("page") + 1, row.getLong("reached"), ended))
                    .stream()
                    .findFirst()
                    .orElse(new Reached(0, 0, ended));
        }
    }

    void add(Ticket report, int page, ReportPage taken) throws SQLException {
        try (var statement = connection.prepareStatement(ADD_PAGE)) {
            new Columns(statement)
                    .uuid(report.value())
                    .number(page)
                    .number(taken.lines())
                    .number(taken.refused().size())
                    .number(taken.reached());
            statement.setBoolean(6, taken.last());
            statement.setBytes(7, written(taken.refused()));
            statement.executeUpdate();
        }
    }

    private static byte[] written(SortedMap<Integer, String> codes) {
        if (codes.isEmpty()) {
            return new byte[0];
        }
        try (var compression = new Compression()) {
            return compression.compress(codes.entrySet().stream()
                    .map(line -> line.getKey() + " " + line.getValue())
                    .collect(Collectors.joining("\n"))
                    .getBytes(UTF_8));
        }
    }

    /** A page as it was taken; empty where there is none. */
    Optional<ReportPage> page(Ticket report, int page) throws SQLException {
        try (var statement = connection.prepareStatement(PAGE)) {
            new Columns(statement).uuid(report.value()).number(page);
            return Rows.list(statement.executeQuery(), ReportRows::page).stream()
                    .findFirst();
        }
    }

    private static ReportPage page(ResultSet row) throws SQLException {
        var refused = new TreeMap<Integer, String>();
        new String(RunRows.expanded(row.getBytes("codes")), UTF_8).lines().forEach(line -> {
            int blank = line.indexOf(' ');
            refused.put(Integer.valueOf(line.substring(0, blank)), line.substring(blank + 1));
        });
        return new ReportPage(row.getInt("lines"), refused, row.getLong("reached"), row.getBoolean("last"));
    }

    /** Whether anything was told by what was taken so far. */
    boolean tells(Ticket report) throws SQLException {
        try (var statement = connection.prepareStatement(TELLS)) {
            new Columns(statement).uuid(report.value());
            return Rows.list(statement.executeQuery(), row -> row.getBoolean(1)).getFirst();
        }
    }

    void end(Ticket report) throws SQLException {
        update(END, report);
    }

    void delivered(Ticket report) throws SQLException {
        update(DELIVERED, report);
    }

    private void update(String change, Ticket report) throws SQLException {
        try (var statement = connection.prepareStatement(change)) {
            new Columns(statement).uuid(report.value());
            statement.executeUpdate();
        }
    }
}
