package be.kruispunt.store;

import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.Household;
import be.kruispunt.model.rights.HouseholdMember;
import be.kruispunt.model.rights.PersonIdentity;
import be.kruispunt.store.LastTold.About;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of households and deaths: one report of one register. Addresses and names go with them. */
final class HouseholdRows {
    private static final String OPEN =
            """
            select m.household, m.person, m.valid_from, m.valid_until from household_member m
            where m.source = ? and m.household = any(?::text[]) and m.known_until is null
            """;

    private static final String CLOSE =
            """
            update household_member m set known_until = ?
            from unnest(?::text[], ?::text[], ?::date[]) as c (household, person, valid_from)
            where m.source = ? and m.household = c.household and m.person = c.person and m.valid_from = c.valid_from
                and m.known_until is null
            """;

    private static final String ADD =
            """
            insert into household_member (source, told_by, known_from, household, person, valid_from, valid_until)
            select ?, ?, ?::timestamptz, n.* from unnest(?::text[], ?::text[], ?::date[], ?::date[]) as n
            """;

    private static final String OPEN_DEATHS =
            """
            select d.person, d.died from death d where d.person = any(?::text[]) and d.known_until is null
            """;

    private static final String CLOSE_DEATHS =
            """
            update death d set known_until = ? where d.person = any(?::text[]) and d.known_until is null
            """;

    private static final String ADD_DEATHS =
            """
            insert into death (told_by, known_from, person, died)
            select ?, ?::timestamptz, n.* from unnest(?::text[], ?::date[]) as n
            """;

    private record Row(String household, HouseholdMember member) {}

    private record Death(Insz person, LocalDate died) {}

    private final Connection connection;
    private final HouseholdReport report;
    private final Instant moment;
    private final Set<Insz> changed = new HashSet<>();

    HouseholdRows(Connection connection, HouseholdReport report, Instant moment) {
        this.connection = connection;
        this.report = report;
        this.moment = moment;
    }

    /** What becomes of each household, of each death and of each person's names; writes nothing. */
    List<ChangeOutcome> outcomes() throws SQLException {
        var outcomes = new ArrayList<ChangeOutcome>();
        outcomes.addAll(lastTold(About.HOUSEHOLD).outcomes(references(report.households(), Household::id)));
        var days = new LifeDays(connection, report);
        Set<Insz> dead = report.deaths().keySet();
        outcomes.addAll(
                possible(dead, days::canHaveDied, lastTold(About.DEATH).outcomes(references(dead, Insz::digits))));
        outcomes.addAll(possible(
                report.identities(),
                identity -> days.canBe(identity.born()),
                lastTold(About.NAME).outcomes(references(report.identities(), HouseholdRows::named))));
        return outcomes;
    }

    private static <T> List<ChangeOutcome> possible(
            Collection<T> told, Predicate<T> isPossible, List<ChangeOutcome> otherwise) {
        Iterator<ChangeOutcome> next = otherwise.iterator();
        return told.stream()
                .map(each -> isPossible.test(each) ? next.next() : impossible(next.next()))
                .toList();
    }

    /** What came too late is not looked at. */
    private static ChangeOutcome impossible(ChangeOutcome otherwise) {
        return otherwise == ChangeOutcome.OVERTAKEN ? otherwise : ChangeOutcome.DAY_IMPOSSIBLE;
    }

    /** Makes so what can be taken. */
    List<ChangeOutcome> take() throws SQLException {
        List<ChangeOutcome> outcomes = outcomes();
        HouseholdReport taken = report.taken(outcomes);
        Map<String, Household> told = taken.households().stream()
                .collect(Collectors.toMap(Household::id, household -> household, (earlier, later) -> later));
        households(told);
        deaths(taken.deaths());
        new AddressRows(connection, taken, moment).take(told);
        new NameRows(connection, taken, moment).take();
        changed.addAll(new BirthRows(connection).take(taken.identities(), report.toldBy(), moment));
        lastTold(About.HOUSEHOLD).tell(told.keySet());
        lastTold(About.DEATH).tell(references(taken.deaths().keySet(), Insz::digits));
        lastTold(About.NAME).tell(references(taken.identities(), HouseholdRows::named));
        return outcomes;
    }

    private LastTold lastTold(About about) {
        return new LastTold(connection, about, report.source(), report.arrivedAt());
    }

    private static <T> List<String> references(Collection<T> told, Function<T, String> reference) {
        return told.stream().map(reference).toList();
    }

    private static String named(PersonIdentity identity) {
        return identity.person().digits();
    }

    /** Whose household, birth or death is other than it was: who was there, and who is. */
    Set<Insz> changed() {
        return changed;
    }

    private void households(Map<String, Household> told) throws SQLException {
        Set<Row> there = new HashSet<>(open(told.keySet()));
        Set<Row> wanted = told.values().stream()
                .flatMap(household -> household.members().stream().map(member -> new Row(household.id(), member)))
                .collect(Collectors.toSet());
        List<Row> closed = there.stream().filter(row -> !wanted.contains(row)).toList();
        List<Row> added = wanted.stream().filter(row -> !there.contains(row)).toList();
        Set<String> other = new HashSet<>();
        closed.forEach(row -> other.add(row.household()));
        added.forEach(row -> other.add(row.household()));
        there.stream()
                .filter(row -> other.contains(row.household()))
                .forEach(row -> changed.add(row.member().person()));
        wanted.stream()
                .filter(row -> other.contains(row.household()))
                .forEach(row -> changed.add(row.member().person()));
        close(closed);
        add(added);
    }

    private List<Row> open(Set<String> households) throws SQLException {
        try (var statement = connection.prepareStatement(OPEN)) {
            new Columns(statement).text(report.source().value()).text(households, household -> household);
            return Rows.list(
                    statement.executeQuery(),
                    row -> new Row(
                            row.getString("household"),
                            new HouseholdMember(Insz.of(row.getString("person")), Rows.validity(row))));
        }
    }

    private void close(List<Row> rows) throws SQLException {
        if (!rows.isEmpty()) {
            try (var statement = connection.prepareStatement(CLOSE)) {
                new Columns(statement)
                        .moment(moment)
                        .text(rows, Row::household)
                        .text(rows, row -> row.member().person().digits())
                        .add("date", rows, row -> row.member().valid().from())
                        .text(report.source().value());
                statement.executeUpdate();
            }
        }
    }

    private void add(List<Row> rows) throws SQLException {
        if (!rows.isEmpty()) {
            try (var statement = connection.prepareStatement(ADD)) {
                new Columns(statement)
                        .text(report.source().value())
                        .text(report.toldBy())
                        .moment(moment)
                        .text(rows, Row::household)
                        .text(rows, row -> row.member().person().digits())
                        .add("date", rows, row -> row.member().valid().from())
                        .add("date", rows, row -> row.member().valid().until().orElse(null));
                statement.executeUpdate();
            }
        }
    }

    /** A person is one, whatever numbers he had: what was told of his death under another of them is told of him. */
    private void deaths(Map<Insz, Optional<LocalDate>> reported) throws SQLException {
        if (reported.isEmpty()) {
            return;
        }
        Map<Insz, Set<Insz>> others = new ReplacedNumbers(connection).others(reported.keySet());
        Map<Insz, LocalDate> known = openDeaths(reported.keySet(), others);
        var closed = new HashSet<Insz>();
        var added = new ArrayList<Death>();
        reported.forEach((person, died) -> {
            Set<Insz> told = Stream.concat(Stream.of(person), others.getOrDefault(person, Set.of()).stream())
                    .filter(known::containsKey)
                    .collect(Collectors.toSet());
            boolean asItWas = died.map(day ->
                            !told.isEmpty() && told.stream().map(known::get).allMatch(day::equals))
                    .orElse(told.isEmpty());
            if (!asItWas) {
                changed.add(person);
                changed.addAll(told);
                closed.addAll(told);
                died.ifPresent(day -> added.add(new Death(person, day)));
            }
        });
        closeDeaths(closed);
        addDeaths(added);
    }

    private Map<Insz, LocalDate> openDeaths(Set<Insz> named, Map<Insz, Set<Insz>> others) throws SQLException {
        var numbers = new HashSet<>(named);
        others.values().forEach(numbers::addAll);
        var known = new HashMap<Insz, LocalDate>();
        try (var statement = connection.prepareStatement(OPEN_DEATHS)) {
            new Columns(statement).text(numbers, Insz::digits);
            Rows.list(
                    statement.executeQuery(),
                    row -> known.put(Insz.of(row.getString("person")), row.getObject("died", LocalDate.class)));
        }
        return known;
    }

    private void closeDeaths(Set<Insz> persons) throws SQLException {
        try (var statement = connection.prepareStatement(CLOSE_DEATHS)) {
            new Columns(statement).moment(moment).text(persons, Insz::digits);
            statement.executeUpdate();
        }
    }

    private void addDeaths(List<Death> deaths) throws SQLException {
        try (var statement = connection.prepareStatement(ADD_DEATHS)) {
            new Columns(statement)
                    .text(report.toldBy())
                    .moment(moment)
                    .text(deaths, death -> death.person().digits())
                    .add("date", deaths, Death::died);
            statement.executeUpdate();
        }
    }
}
