package be.kruispunt.store;

import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Files by which sources and suppliers report. A page is one transaction, which holds the report and writes what the page tells: so
 * each line is taken once, whoever works on it, and what was cut off goes on with the next page.
 */
public final class RightsReports {
    private static final String REPORTS = "select * from rights_report ";

    /** What has expired is known no more: its name is free, and its content is told anew. */
    private static final String KNOWN = " and expired_at is null";

    private static final String STANDING =
            """
            select r.*, p.taken_lines, p.refused, p.latest from rights_report r cross join lateral (
                select coalesce(sum(lines), 0) as taken_lines, coalesce(sum(refused), 0) as refused, max(taken_at) as latest
                from rights_report_page where report = r.ticket) as p
            """;

    private final Database database;

    RightsReports(Database database) {
        this.database = database;
    }

    /** Takes a page: reads it, and writes what it tells. */
    @FunctionalInterface
    public interface PageWork {
        ReportPage take(ReportWriter writer);
    }

    /**
     * Begins to take a file whose sender was proved and may send it; false where he has one of this name or content already.
     *
     * @param signature the proof, to be kept
     */
    public boolean begin(RightsReport report, byte[] signature) {
        return database.write(connection -> new ReportRows(connection).begin(report, signature));
    }

    public Optional<RightsReport> find(Ticket ticket) {
        return reports("where ticket = ?", columns -> columns.uuid(ticket.value())).stream()
                .findFirst();
    }

    /** A sender's file of this name. */
    public Optional<RightsReport> ofFile(InstitutionId sender, String name) {
        return reports("where sender = ? and name = ?" + KNOWN, columns -> columns.text(sender.value())
                        .text(name))
                .stream()
                .findFirst();
    }

    /** A sender's file of this content. */
    public Optional<RightsReport> ofFile(InstitutionId sender, Digest digest) {
        return reports("where sender = ? and digest = ?" + KNOWN, columns -> columns.text(sender.value())
                        .text(digest.hex()))
                .stream()
                .findFirst();
    }

    /** Every report whose result is not with its sender yet, the oldest first. */
    public List<RightsReport> undelivered() {
        return reports(
                "where delivered_at is null and expires_at > clock_timestamp() order by arrived_at, ticket", _ -> {});
    }

    private interface Filling {
        void fill(Columns columns) throws SQLException;
    }

    private List<RightsReport> reports(String which, Filling filling) {
        return database.read(connection -> {
            try (var statement = connection.prepareStatement(REPORTS + which)) {
                filling.fill(new Columns(statement));
                return Rows.list(statement.executeQuery(), RightsReport::read);
            }
        });
    }

    /**
     * Takes the next page of a report. With the last one a source has reported: as fresh as its file was when it arrived.
     *
     * @return the page; empty: every page was taken
     */
    public Optional<ReportPage> next(RightsReport report, PageWork work) {
        return database.write(connection -> {
            var rows = new ReportRows(connection);
            ReportRows.Reached reached = rows.hold(report.ticket());
            if (reached.ended()) {
                return Optional.empty();
            }
            var writer = new ReportWriter(connection, report, reached.bytes());
            ReportPage taken = work.take(writer);
            rows.add(report.ticket(), reached.pages(), taken);
            if (taken.last()) {
                rows.end(report.ticket());
                if (writer.isLet() && report.subject().kind().isOfSource() && rows.tells(report.ticket())) {
                    RightsStore.reported(connection, report.subject().sender(), report.arrived());
                }
            }
            return Optional.of(taken);
        });
    }

    /** Hands over the pages that were taken, in their order, with one of them in memory. */
    public void pages(Ticket report, Consumer<ReportPage> reader) {
        int page = 0;
        Optional<ReportPage> found = page(report, page);
        while (found.isPresent()) {
            reader.accept(found.get());
            page++;
            found = page(report, page);
        }
    }

    private Optional<ReportPage> page(Ticket report, int page) {
        return database.read(connection -> new ReportRows(connection).page(report, page));
    }

    /** Notes that its result stands in the sender's folder. */
    public void delivered(Ticket report) {
        database.write(connection -> {
            new ReportRows(connection).delivered(report);
            return true;
        });
    }

    /** How a report stands. */
    public Optional<ReportStanding> standing(Ticket report) {
        return database.read(connection -> {
            try (var statement = connection.prepareStatement(STANDING + "where r.ticket = ?")) {
                new Columns(statement).uuid(report.value());
                return Rows.list(statement.executeQuery(), ReportStanding::read).stream()
                        .findFirst();
            }
        });
    }

    /** How reports stand: those that are under way, then the latest. */
    public List<ReportStanding> standing(int most) {
        return database.read(connection -> {
            try (var statement = connection.prepareStatement(
                    STANDING + "order by (r.delivered_at is null) desc, r.arrived_at desc limit ?")) {
                new Columns(statement).number(most);
                return Rows.list(statement.executeQuery(), ReportStanding::read);
            }
        });
    }
}
