package be.kruispunt.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Fills a statement with arrays, one per column, so that one {@code unnest} carries any number of rows. */
final class Columns {
    private final PreparedStatement statement;
    private int filled;

    Columns(PreparedStatement statement) {
        this.statement = statement;
    }

    /** A row's value in one column. */
    @FunctionalInterface
    interface Value<T> {
        @Nullable
        Object of(T row);
    }

    /** A row's text in one column: of an identifier its value, since {@code toString} is for people and may mask it. */
    @FunctionalInterface
    interface Text<T> {
        @Nullable
        String of(T row);
    }

    /** A row's identifier in one column. */
    @FunctionalInterface
    interface Identifier<T> {
        @Nullable
        UUID of(T row);
    }

    /** A row's bytes in one column. */
    @FunctionalInterface
    interface Bytes<T> {
        byte @Nullable [] of(T row);
    }

    /** The next parameter: one value per row, of this PostgreSQL type. */
    <T> Columns add(String type, Collection<T> rows, Value<? super T> value) throws SQLException {
        @Nullable Object[] values = room(type, rows.size());
        int i = 0;
        for (T row : rows) {
            values[i++] = value.of(row);
        }
        statement.setArray(++filled, statement.getConnection().createArrayOf(type, values));
        return this;
    }

    /** Bytes and texts go as they are; what is in an array of anything is first written, and quoted letter by letter. */
    private static @Nullable Object[] room(String type, int size) {
        return switch (type) {
            case "bytea" -> new byte[size][];
            case "text" -> new String[size];
            default -> new Object[size];
        };
    }

    <T> Columns text(Collection<T> rows, Text<? super T> value) throws SQLException {
        return add("text", rows, value::of);
    }

    <T> Columns uuid(Collection<T> rows, Identifier<? super T> value) throws SQLException {
        return add("uuid", rows, value::of);
    }

    <T> Columns bytes(Collection<T> rows, Bytes<? super T> value) throws SQLException {
        return add("bytea", rows, value::of);
    }

    /** The next parameter: a single moment. */
    Columns moment(Instant value) throws SQLException {
        statement.setObject(++filled, OffsetDateTime.ofInstant(value, ZoneOffset.UTC));
        return this;
    }

    /** The next parameter: a single identifier. */
    Columns uuid(UUID value) throws SQLException {
        statement.setObject(++filled, value);
        return this;
    }

    /** The next parameter: these bytes. */
    Columns bytes(byte[] value) throws SQLException {
        statement.setBytes(++filled, value);
        return this;
    }

    /** The next parameter: a single day. */
    Columns day(LocalDate value) throws SQLException {
        statement.setObject(++filled, value);
        return this;
    }

    /** The next parameter: a single text. */
    Columns text(String value) throws SQLException {
        statement.setString(++filled, value);
        return this;
    }

    /** The next parameter: a single number. */
    Columns number(long value) throws SQLException {
        statement.setLong(++filled, value);
        return this;
    }
}
