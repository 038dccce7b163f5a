package be.kruispunt.store;

import be.kruispunt.model.id.AnswerId;
import be.kruispunt.model.id.Insz;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * That somebody looked at what was said of a person. It is recorded before anything is shown.
 *
 * @param by who looked
 * @param reason why: the number of a complaint, of an audit, of a citizen's request
 */
public record Look(Instant at, String by, String reason) {
    private static final String OF_PERSON =
            "insert into rights_look (looked_at, looked_by, reason, person) values (?, ?, ?, ?)";

    private static final String OF_ANSWER =
            "insert into rights_look (looked_at, looked_by, reason, answer) values (?, ?, ?, hidden_number(?))";

    public Look {
        if (by.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("who looks, and why, must be said");
        }
    }

    static Look read(ResultSet row) throws SQLException {
        return new Look(Rows.instant(row, "looked_at"), row.getString("looked_by"), row.getString("reason"));
    }

    void record(Connection connection, Insz person) throws SQLException {
        try (var statement = connection.prepareStatement(OF_PERSON)) {
            columns(new Columns(statement)).text(person.digits());
            statement.executeUpdate();
        }
    }

    void record(Connection connection, AnswerId answer) throws SQLException {
        try (var statement = connection.prepareStatement(OF_ANSWER)) {
            columns(new Columns(statement)).uuid(answer.value());
            statement.executeUpdate();
        }
    }

    private Columns columns(Columns columns) throws SQLException {
        return columns.moment(at).text(by).text(reason);
    }
}
