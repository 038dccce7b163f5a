package be.kruispunt.store;

import be.kruispunt.access.DirectoryLine;
import be.kruispunt.access.Period;
import be.kruispunt.model.id.DeliveryId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.rights.Validity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reading rows. */
final class Rows {
    private Rows() {}

    /** What one row becomes. */
    @FunctionalInterface
    interface Mapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    static <T> List<T> list(ResultSet rows, Mapper<T> mapper) throws SQLException {
        try (rows) {
            var list = new ArrayList<T>();
            while (rows.next()) {
                list.add(mapper.map(rows));
            }
            return list;
        }
    }

    static DirectoryLine directoryLine(ResultSet row) throws SQLException {
        return new DirectoryLine(
                Insz.of(row.getString("insz")),
                InstitutionId.of(row.getString("institution")),
                row.getInt("sector"),
                row.getString("quality"),
                row.getInt("phase"),
                period(row, "period_from", "period_to"),
                row.getObject("last_change", LocalDate.class));
    }

    static Period period(ResultSet row, String from, String to) throws SQLException {
        return new Period(
                row.getObject(from, LocalDate.class), Optional.ofNullable(row.getObject(to, LocalDate.class)));
    }

    /** Of the columns {@code valid_from} and {@code valid_until}. */
    static Validity validity(ResultSet row) throws SQLException {
        return validity(row, "valid_from", "valid_until");
    }

    static Validity validity(ResultSet row, String from, String until) throws SQLException {
        return new Validity(
                row.getObject(from, LocalDate.class), Optional.ofNullable(row.getObject(until, LocalDate.class)));
    }

    static StoredDelivery delivery(ResultSet row) throws SQLException {
        return new StoredDelivery(
                new DeliveryId(
                        new Ticket(row.getObject("ticket", UUID.class)),
                        InstitutionId.of(row.getString("receiver")),
                        row.getString("document_code")),
                row.getBoolean("former_id"),
                Compression.expand(row.getBytes("xml")));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** Of a column that may be empty. */
    static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
