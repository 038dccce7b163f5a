package be.kruispunt.store;

import be.kruispunt.model.id.CodeId;
import be.kruispunt.model.id.Insz;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntSupplier;

/** The rows of codes that persons carry. Who adds or withdraws holds the moment, so that no right changes meanwhile. */
final class CodeRows {
    /** The days of a code are within the rights that stand. Days on which it only may apply do not count. */
    private static final String COVERED =
            """
            coalesce((
                select range_agg(daterange(r.valid_from, r.valid_until, '[]')) @> daterange(c.valid_from, c.valid_until, '[]')
                from derived_right r
                where r.person = c.person and r.scheme = c.scheme and r.certain and r.known_until is null), false)
            """;

    private static final String IS_COVERED = "select " + COVERED
            + """
            from (values (?::text, ?::text, ?::date, ?::date)) as c (person, scheme, valid_from, valid_until)
            """;

    /** A list that was signed while the code that had the place still counted says of the place that it is withdrawn. */
    private static final String FREE =
            "select not exists (select from right_code where place = ? and valid_until >= ?)";

    private static final String ADD =
            """
            insert into right_code (id, place, answer, person, scheme, valid_from, valid_until, issued_at,
                expires_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String WITHDRAW =
            """
            insert into right_code_withdrawal (code, place, valid_until, reason, withdrawn_at, withdrawn_by)
            select c.id, c.place, c.valid_until, ?::text, ?::timestamptz, ?::text
            """;

    private static final String REPLACED = WITHDRAW
            + """
            from unnest(?::text[]) as k (person) join right_code c on c.person = k.person and c.scheme = ?
            where c.valid_until >= ?
            on conflict do nothing
            """;

    /** Of what has passed nothing is asked any more: the days from today on. */
    private static final String ENDED = WITHDRAW
            + """
            from unnest(?::text[]) as k (person) join lateral (
                select id, place, person, scheme, greatest(valid_from, ?::date) as valid_from, valid_until
                from right_code where person = k.person and valid_until >= ?::date) as c on true
            where not
            """
            + COVERED
            + "on conflict do nothing";

    private static final String ON_REQUEST = WITHDRAW + "from right_code c where c.id = ? on conflict do nothing";

    private static final String LISTED =
            "select distinct place from right_code_withdrawal where valid_until >= ? order by place";

    /** Where so many places are taken that this many in a row are, nothing is given out any more. */
    private static final int TRIES = 64;

    private final Connection connection;
    private final Instant moment;
    private final LocalDate today;

    CodeRows(Connection connection, Instant moment, LocalDate today) {
        this.connection = connection;
        this.moment = moment;
        this.today = today;
    }

    /** Whether the right stands on every day of the code. */
    boolean isCovered(CodeOrder order) throws SQLException {
        try (var statement = connection.prepareStatement(IS_COVERED)) {
            new Columns(statement)
                    .text(order.person().digits())
                    .text(order.scheme().value())
                    .day(order.from())
                    .day(order.until());
            return Rows.list(statement.executeQuery(), row -> row.getBoolean(1)).getFirst();
        }
    }

    /**
     * Adds a code, and withdraws those that its person has for the same right.
     *
     * @param expires until when it is kept whose it is
     * @param places where to look for one that is free
     * @return its place
     */
    int add(CodeOrder order, Instant expires, IntSupplier places) throws SQLException {
        withdrawFormer(order);
        int place = free(places).orElseThrow(() -> new IllegalStateException("no place is free in the list of codes"));
        try (var statement = connection.prepareStatement(ADD)) {
            new Columns(statement)
                    .text(order.id().value())
                    .number(place)
                    .uuid(order.answer().value())
                    .text(order.person().digits())
                    .text(order.scheme().value())
                    .day(order.from())
                    .day(order.until())
                    .moment(moment)
                    .moment(expires);
            statement.executeUpdate();
        }
        return place;
    }

    private OptionalInt free(IntSupplier places) throws SQLException {
        try (var statement = connection.prepareStatement(FREE)) {
            for (int tries = 0; tries < TRIES; tries++) {
                int place = places.getAsInt();
                new Columns(statement).number(place).day(today.minusDays(RightsCodes.LIST_DAYS));
                if (Rows.list(statement.executeQuery(), row -> row.getBoolean(1))
                        .getFirst()) {
                    return OptionalInt.of(place);
                }
            }
            return OptionalInt.empty();
        }
    }

    private void withdrawFormer(CodeOrder order) throws SQLException {
        Set<Insz> numbers = new HashSet<>(Set.of(order.person()));
        new ReplacedNumbers(connection).others(Set.of(order.person())).values().forEach(numbers::addAll);
        try (var statement = connection.prepareStatement(REPLACED)) {
            withdrawal(statement, "REPLACED", order.id().value())
                    .text(numbers, Insz::digits)
                    .text(order.scheme().value())
                    .day(today);
            statement.executeUpdate();
        }
    }

    /** Withdraws every code whose right does not stand up to its last day any more. */
    void withdrawEnded(Collection<Insz> numbers) throws SQLException {
        try (var statement = connection.prepareStatement(ENDED)) {
            withdrawal(statement, "RIGHT_ENDED", "derivation")
                    .text(numbers, Insz::digits)
                    .day(today)
                    .day(today);
            statement.executeUpdate();
        }
    }

    /** Whether it was there and not withdrawn. */
    boolean withdraw(CodeId id, String by) throws SQLException {
        try (var statement = connection.prepareStatement(ON_REQUEST)) {
            withdrawal(statement, "ON_REQUEST", by).text(id.value());
            return statement.executeUpdate() == 1;
        }
    }

    private Columns withdrawal(PreparedStatement statement, String reason, String by) throws SQLException {
        return new Columns(statement).text(reason).moment(moment).text(by);
    }

    /** The places of the codes that were withdrawn and would still count. */
    static List<Integer> listed(Connection connection, LocalDate today) throws SQLException {
        try (var statement = connection.prepareStatement(LISTED)) {
            new Columns(statement).day(today);
            return Rows.list(statement.executeQuery(), row -> row.getInt(1));
        }
    }
}
