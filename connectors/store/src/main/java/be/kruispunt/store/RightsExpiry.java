package be.kruispunt.store;

import be.kruispunt.evidence.TreeHash;
import be.kruispunt.model.id.AnswerId;
import be.kruispunt.model.id.Ticket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * What goes when its time is over, beside answers ({@link AnswerAudit#expire}): what runs told, whose a code was, what was not taken of
 * reports, what was counted of suppliers. A little in a transaction of its own each; what proves that it was told stays (decision 0035).
 */
public final class RightsExpiry {
    private static final String DUE = RunRows.COLUMNS
            + "where expired_at is null and expires_at <= statement_timestamp() order by expires_at, id limit ?";

    private static final String PAGE =
            "select page, answers from rights_run_page where run = ? and answers is not null order by page limit 1";

    private static final String EMPTY = "select expire_page(?, ?::integer, ?)";

    private static final String END = "select expire_run(?)";

    private static final String DUE_REPORTS =
            """
            select * from rights_report where expired_at is null and expires_at <= statement_timestamp()
            order by expires_at, ticket limit ?
            """;

    private final Database database;

    RightsExpiry(Database database) {
        this.database = database;
    }

    /** Has codes forget whose they were; gives how many, fewer than {@code most} where no more are due. */
    public int codes(int most) {
        return database.write(connection -> {
            try (var statement = connection.prepareStatement("select expire_codes(?)")) {
                statement.setInt(1, most);
                return Rows.list(statement.executeQuery(), row -> row.getInt(1)).getFirst();
            }
        });
    }

    /** Forgets what was counted of suppliers before so many days, and the number that was the last by then; nothing of the last month. */
    public void counts(int days) {
        database.write(connection -> {
            try (var statement = connection.prepareStatement("select forget_counts(?)")) {
                statement.setInt(1, days);
                return statement.execute();
            }
        });
    }

    /** Runs whose time is over, the oldest first; also such as were refused. */
    public List<RightsRun> dueRuns(int most) {
        return database.read(connection -> {
            try (var statement = connection.prepareStatement(DUE)) {
                statement.setInt(1, most);
                return Rows.list(statement.executeQuery(), RightsRun::read);
            }
        });
    }

    private record Page(int number, List<TreeHash> leaves) {
        static Page read(ResultSet row) throws SQLException {
            return new Page(row.getInt("page"), RunLeaves.ofLines(row.getBytes("answers")));
        }
    }

    /** Empties the next page of such a run; false when none is left. */
    public boolean emptyPage(AnswerId run) {
        return database.write(connection -> {
            Optional<Page> page = page(connection, run);
            if (page.isPresent()) {
                empty(connection, run, page.get());
            }
            return page.isPresent();
        });
    }

    private static Optional<Page> page(Connection connection, AnswerId run) throws SQLException {
        try (var statement = connection.prepareStatement(PAGE)) {
            new Columns(statement).uuid(run.value());
            return Rows.list(statement.executeQuery(), Page::read).stream().findFirst();
        }
    }

    private static void empty(Connection connection, AnswerId run, Page page) throws SQLException {
        try (var statement = connection.prepareStatement(EMPTY)) {
            new Columns(statement).uuid(run.value()).number(page.number()).bytes(RunLeaves.kept(page.leaves()));
            statement.execute();
        }
    }

    /** Notes that a run has expired; false while one of its pages is left. */
    public boolean end(AnswerId run) {
        return database.write(connection -> {
            try (var statement = connection.prepareStatement(END)) {
                new Columns(statement).uuid(run.value());
                return Rows.list(statement.executeQuery(), row -> row.getBoolean(1))
                        .getFirst();
            }
        });
    }

    /** Reports whose time is over, the oldest first. */
    public List<RightsReport> dueReports(int most) {
        return database.read(connection -> {
            try (var statement = connection.prepareStatement(DUE_REPORTS)) {
                statement.setInt(1, most);
                return Rows.list(statement.executeQuery(), RightsReport::read);
            }
        });
    }

    /** Forgets which lines of such a report were not taken, and why; false if somebody else did. */
    public boolean endReport(Ticket report) {
        return database.write(connection -> {
            try (var statement = connection.prepareStatement("select expire_report(?)")) {
                new Columns(statement).uuid(report.value());
                return Rows.list(statement.executeQuery(), row -> row.getBoolean(1))
                        .getFirst();
            }
        });
    }
}
