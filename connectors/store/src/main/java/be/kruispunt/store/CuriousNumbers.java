package be.kruispunt.store;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is curious of the numbers that a supplier registers. They are compared with the one that it registered last, with those beside
 * them in the report, and, of a day of birth of which it registers more than chance gives, with all that it registered ever (decision
 * 0033): what stands between them then is no way round.
 */
final class CuriousNumbers {
    /** Numbers that the supplier never had before. Where no register of persons reports, none is unknown to it. */
    private static final String NEW =
            """
            select k.person,
                exists (select from household_member m where m.person = k.person)
                    or not exists (select from household_member) as known,
                exists (select from customer c where c.supplier = ? and c.person between k.low and k.high) as beside
            from unnest(?::text[], ?::text[], ?::text[]) as k (person, low, high)
            where not exists (select from customer c where c.supplier = ? and c.person = k.person)
            """;

    private static final String LAST = "select person from asker_last where supplier = ?";

    private static final String REMEMBER =
            """
            insert into asker_last (supplier, person, day) values (?, ?, current_date)
            on conflict (supplier) do update set person = excluded.person, day = excluded.day
            """;

    private static final String BORN =
            """
            insert into asker_birth (supplier, day, numbers)
            select ?, k.day, k.numbers from unnest(?::int4[], ?::int4[]) as k (day, numbers)
            on conflict (supplier, day) do update set numbers = asker_birth.numbers + excluded.numbers
            """;

    /** How many numbers a day has beyond eight, and three times as many as the days about it have, a quarter of a year. */
    private static final String CROWDED =
            """
            select b.day, b.numbers - 8 - 3 * q.numbers / 91 as beyond
            from unnest(?::int4[]) as k (day)
            join asker_birth b on b.supplier = ? and b.day = k.day and b.numbers > 8
            cross join lateral (select sum(a.numbers) as numbers from asker_birth a
                where a.supplier = b.supplier and a.day between b.day - 45 and b.day + 45) as q
            where b.numbers - 8 > 3 * q.numbers / 91
            """;

    private record Told(Insz person, boolean known, boolean beside) {}

    private record Crowded(DayOfBirth day, long beyond) {}

    private final Connection connection;
    private final InstitutionId supplier;

    CuriousNumbers(Connection connection, InstitutionId supplier) {
        this.connection = connection;
        this.supplier = supplier;
    }

    /** {@code told}: none of them twice, in their order, and none of them written yet. */
    Map<Curiosity, Long> look(List<Insz> told) throws SQLException {
        if (told.isEmpty()) {
            return Map.of();
        }
        List<Told> numbers = numbers(told);
        if (numbers.isEmpty()) {
            return Map.of();
        }
        Set<Insz> added = numbers.stream().map(Told::person).collect(Collectors.toSet());
        long near = Math.max(NearNumbers.count(last(), added), crowded(numbers, added));
        remember(told.getLast());
        return Map.of(
                Curiosity.NEW_NUMBER,
                (long) added.size(),
                Curiosity.UNKNOWN_NUMBER,
                numbers.stream().filter(number -> !number.known()).count(),
                Curiosity.NEAR_NUMBER,
                near);
    }

    private List<Told> numbers(List<Insz> told) throws SQLException {
        try (var statement = connection.prepareStatement(NEW)) {
            new Columns(statement)
                    .text(supplier.value())
                    .text(told, Insz::digits)
                    .text(told, NearNumbers::from)
                    .text(told, NearNumbers::until)
                    .text(supplier.value());
            return Rows.list(
                    statement.executeQuery(),
                    row -> new Told(
                            Insz.of(row.getString("person")), row.getBoolean("known"), row.getBoolean("beside")));
        }
    }

    private Optional<Insz> last() throws SQLException {
        try (var statement = connection.prepareStatement(LAST)) {
            new Columns(statement).text(supplier.value());
            return Rows.list(statement.executeQuery(), row -> Insz.of(row.getString(1))).stream()
                    .findFirst();
        }
    }

    private void remember(Insz person) throws SQLException {
        try (var statement = connection.prepareStatement(REMEMBER)) {
            new Columns(statement).text(supplier.value()).text(person.digits());
            statement.executeUpdate();
        }
    }

    /** How many are beside another, and beyond what their day may have. */
    private long crowded(List<Told> numbers, Set<Insz> added) throws SQLException {
        born(byDay(added.stream()));
        Set<Insz> together = NearNumbers.beside(added);
        Map<DayOfBirth, Long> beside = byDay(numbers.stream()
                .filter(number -> number.beside() || together.contains(number.person()))
                .map(Told::person));
        return beside.isEmpty()
                ? 0
                : crowded(beside.keySet())
                        .mapToLong(each -> Math.min(each.beyond(), beside.getOrDefault(each.day(), 0L)))
                        .sum();
    }

    private static Map<DayOfBirth, Long> byDay(Stream<Insz> numbers) {
        return numbers.flatMap(number -> DayOfBirth.of(number).stream())
                .collect(Collectors.groupingBy(day -> day, Collectors.counting()));
    }

    private void born(Map<DayOfBirth, Long> days) throws SQLException {
        try (var statement = connection.prepareStatement(BORN)) {
            new Columns(statement)
                    .text(supplier.value())
                    .add("int4", days.keySet(), DayOfBirth::place)
                    .add("int4", days.values(), Long::intValue);
            statement.executeUpdate();
        }
    }

    private Stream<Crowded> crowded(Set<DayOfBirth> days) throws SQLException {
        try (var statement = connection.prepareStatement(CROWDED)) {
            new Columns(statement).add("int4", days, DayOfBirth::place).text(supplier.value());
            return Rows.list(
                    statement.executeQuery(),
                    row -> new Crowded(new DayOfBirth(row.getInt("day")), row.getLong("beyond")))
                    .stream();
        }
    }
}
