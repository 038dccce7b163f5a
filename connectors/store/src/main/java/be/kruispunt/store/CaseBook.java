package be.kruispunt.store;

import be.kruispunt.model.cases.CaseFile;
import be.kruispunt.model.id.CaseId;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;

/** The cases themselves, beside the path of messages: for who asks where one stands, and for those that close by themselves. */
public final class CaseBook {
    private static final String CLOSE = Sql.read("close-cases.sql");

    private final Database database;
    private final Cases cases;
    private final Json json;
    private final LongSupplier term;

    CaseBook(Database database, Cases cases, Json json, LongSupplier term) {
        this.database = database;
        this.cases = cases;
        this.json = json;
        this.term = term;
    }

    /** The cases of this name, in the order of their owners; seldom more than one. */
    public List<CaseFile> find(CaseId id) {
        return ask(Cases.SELECT + " where id = ? order by owner", id.value());
    }

    /** Cases that close by themselves at this moment or before, those that are due the longest first. */
    public List<CaseFile> due(Instant now, int most) {
        return ask(
                Cases.SELECT + " where closes_at <= ? order by closes_at, id, owner limit " + most,
                now.atOffset(ZoneOffset.UTC));
    }

    private List<CaseFile> ask(String sql, Object parameter) {
        return database.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, parameter);
                return Rows.list(statement.executeQuery(), cases::read);
            }
        });
    }

    /**
     * Writes closed cases down, each as one version after the one that it was read in.
     *
     * @return those that were written; a case that moved on meanwhile is not, and none where another hub has taken over
     */
    public List<CaseFile> close(List<CaseFile> closed) {
        return database.write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(CLOSE)) {
                var columns = new Columns(statement)
                        .uuid(closed, file -> file.id().value())
                        .text(closed, file -> file.owner().value())
                        .add("int4", closed, file -> file.version() - 1)
                        .text(closed, file -> json.ofEvents(file.events()))
                        .add("timestamptz", closed, file -> file.closesAt().orElse(null));
                columns.number(term.getAsLong());
                return written(statement, closed);
            }
        });
    }

    private static List<CaseFile> written(PreparedStatement statement, List<CaseFile> closed) throws SQLException {
        record Key(UUID id, String owner) {}
        List<Key> keys = Rows.list(
                statement.executeQuery(), row -> new Key(row.getObject("id", UUID.class), row.getString("owner")));
        return closed.stream()
                .filter(file ->
                        keys.contains(new Key(file.id().value(), file.owner().value())))
                .toList();
    }
}
