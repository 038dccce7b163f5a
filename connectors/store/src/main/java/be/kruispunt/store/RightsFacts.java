package be.kruispunt.store;

import be.kruispunt.model.id.BirthDate;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.Household;
import be.kruispunt.model.rights.HouseholdMember;
import be.kruispunt.model.rights.SocialStatus;
import be.kruispunt.model.rights.StatusCode;
import be.kruispunt.rights.Facts;
import be.kruispunt.rights.PersonFacts;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what the rights of persons follow from, as it was known at a moment. */
final class RightsFacts {
    private static final String MEMBERS =
            """
            with home as materialized (
                select distinct m.source, m.household
                from unnest(?::text[]) as k (person) join household_member m on m.person = k.person
                where m.known_from <= ? and (m.known_until is null or m.known_until > ?)
            )
            select m.source, m.household, m.person, m.valid_from, m.valid_until
            from home h join household_member m on m.source = h.source and m.household = h.household
            where m.known_from <= ? and (m.known_until is null or m.known_until > ?)
            order by m.source, m.household, m.person, m.valid_from
            """;

    private static final String STATUSES =
            """
            select s.person, s.status, s.valid_from, s.valid_until, s.decided, s.reference
            from unnest(?::text[]) as k (person) join social_status s on s.person = k.person
            where s.known_from <= ? and (s.known_until is null or s.known_until > ?)
            order by s.person, s.valid_from, s.source, s.reference
            """;

    private static final String DEATHS =
            """
            select d.person, d.died from unnest(?::text[]) as k (person) join death d on d.person = k.person
            where d.known_from <= ? and (d.known_until is null or d.known_until > ?)
            """;

    private static final String BIRTHS =
            """
            select b.person, b.born from unnest(?::text[]) as k (person) join birth b on b.person = k.person
            where b.known_from <= ? and (b.known_until is null or b.known_until > ?)
            """;

    private record Home(String source, String household) {}

    private record Member(Home home, HouseholdMember member) {}

    /** Which numbers replaced which, among those of these persons. */
    private interface Replacements {
        Map<Insz, Insz> of(Collection<Insz> persons) throws SQLException;
    }

    private final Connection connection;
    private final Instant known;
    private final Replacements replacements;

    private RightsFacts(Connection connection, Instant known, Replacements replacements) {
        this.connection = connection;
        this.known = known;
        this.replacements = replacements;
    }

    /** To derive by. {@code moment}: of the change that is being made. */
    static RightsFacts now(Connection connection, Instant moment) {
        return new RightsFacts(connection, moment, new ReplacedNumbers(connection)::of);
    }

    /** To explain by: all as it was known at a moment, also which numbers were one person's. */
    static RightsFacts then(Connection connection, Instant known) {
        var numbers = new ReplacedNumbers(connection);
        return new RightsFacts(connection, known, persons -> numbers.of(persons, known));
    }

    /** The facts, and the numbers of each of the persons that were asked for. */
    record Read(Facts facts, Map<Insz, Set<Insz>> numbers) {}

    Read of(Collection<Insz> persons) throws SQLException {
        var replacedBy = new HashMap<>(replaced(persons));
        Set<Insz> own = with(persons, replacedBy);
        List<Member> members = members(own);
        var others = members.stream()
                .map(member -> member.member().person())
                .filter(person -> !own.contains(person))
                .collect(Collectors.toSet());
        replacedBy.putAll(replaced(others));
        others.addAll(own);
        Set<Insz> all = with(others, replacedBy);
        var facts = new Facts(people(all), households(members), replacedBy);
        Map<Insz, Set<Insz>> numbers = own.stream().collect(Collectors.groupingBy(facts::present, Collectors.toSet()));
        return new Read(facts, numbers);
    }

    private static Set<Insz> with(Collection<Insz> persons, Map<Insz, Insz> replacedBy) {
        var all = new HashSet<>(persons);
        all.addAll(replacedBy.keySet());
        all.addAll(replacedBy.values());
        return all;
    }

    private Map<Insz, Insz> replaced(Collection<Insz> persons) throws SQLException {
        return persons.isEmpty() ? Map.of() : replacements.of(persons);
    }

    private List<Member> members(Set<Insz> persons) throws SQLException {
        return ask(
                MEMBERS,
                persons,
                4,
                row -> new Member(
                        new Home(row.getString("source"), row.getString("household")),
                        new HouseholdMember(person(row), Rows.validity(row))));
    }

    private static Collection<Household> households(List<Member> members) {
        return members.stream()
                .collect(Collectors.groupingBy(Member::home, Collectors.mapping(Member::member, Collectors.toList())))
                .entrySet()
                .stream()
                .map(home -> new Household(home.getKey().household(), home.getValue()))
                .toList();
    }

    private List<PersonFacts> people(Set<Insz> persons) throws SQLException {
        Map<Insz, List<SocialStatus>> statuses = ask(STATUSES, persons, 2, RightsFacts::status).stream()
                .collect(Collectors.groupingBy(SocialStatus::person));
        Map<Insz, LocalDate> died = new HashMap<>();
        ask(DEATHS, persons, 2, row -> died.put(person(row), row.getObject("died", LocalDate.class)));
        Map<Insz, BirthDate> born = new HashMap<>();
        ask(BIRTHS, persons, 2, row -> born.put(person(row), BirthDate.of(row.getString("born"))));
        return persons.stream()
                .map(person -> new PersonFacts(
                        person,
                        Optional.ofNullable(born.get(person)),
                        Optional.ofNullable(died.get(person)),
                        statuses.getOrDefault(person, List.of())))
                .toList();
    }

    private static SocialStatus status(ResultSet row) throws SQLException {
        return new SocialStatus(
                person(row),
                StatusCode.of(row.getString("status")),
                Rows.validity(row),
                row.getObject("decided", LocalDate.class),
                row.getString("reference"));
    }

    private static Insz person(ResultSet row) throws SQLException {
        return Insz.of(row.getString("person"));
    }

    private <T> List<T> ask(String question, Collection<Insz> persons, int moments, Rows.Mapper<T> mapper)
            throws SQLException {
        try (var statement = connection.prepareStatement(question)) {
            var columns = new Columns(statement).text(persons, Insz::digits);
            for (int i = 0; i < moments; i++) {
                columns.moment(known);
            }
            return Rows.list(statement.executeQuery(), mapper);
        }
    }
}
