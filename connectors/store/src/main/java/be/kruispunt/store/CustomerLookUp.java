package be.kruispunt.store;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.AskedPerson;
import be.kruispunt.model.rights.Customer;
import be.kruispunt.model.rights.CustomerReference;
import be.kruispunt.model.rights.RightsQuestion;
import be.kruispunt.rights.DerivedRight;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds customers and their rights: by one key, or by a thousand in one statement. */
final class CustomerLookUp {
    private static final String FOUND =
            """
            select c.reference, c.person, c.names, c.address, c.born, c.ean, c.valid_from, c.valid_until, may.shares,
                r.scheme, r.version, r.line, r.certain, r.valid_from as right_from, r.valid_until as right_until
            """;

    /** Who forbids it in one contract, forbids it in those that stand beside it. Of him nothing is looked up. */
    private static final String RIGHTS =
            """
            cross join lateral (select c.shares and not exists (
                select from customer o
                where o.supplier = c.supplier and o.person = c.person and not o.shares
                    and o.known_from <= ? and (o.known_until is null or o.known_until > ?)
                    and o.valid_from <= coalesce(c.valid_until, 'infinity')
                    and coalesce(o.valid_until, 'infinity') >= c.valid_from) as shares) as may
            left join derived_right r
                on r.person = c.person and r.scheme = ? and may.shares
                and r.known_from <= ? and (r.known_until is null or r.known_until > ?)
            """;

    private static final String BY_REFERENCE = FOUND
            + """
            from unnest(?::text[]) as k (reference)
            join customer c on c.supplier = ? and c.reference = k.reference
                and c.known_from <= ? and (c.known_until is null or c.known_until > ?)
            """
            + RIGHTS;

    private static final String BY_NUMBER = FOUND
            + """
            from unnest(?::text[]) as k (person)
            join customer c on c.supplier = ? and c.person = k.person
                and c.known_from <= ? and (c.known_until is null or c.known_until > ?)
            """
            + RIGHTS
            + "order by c.reference";

    private static final String PAGE = FOUND
            + """
            from (
                select * from customer
                where supplier = ? and reference > ? and known_from <= ? and (known_until is null or known_until > ?)
                order by reference limit ?) c
            """
            + RIGHTS
            + "order by c.reference";

    private static final String STANDING =
            """
            select m.at, exists (select from asker where supplier = ? and stopped_at is not null) as stopped,
                s.source, s.reported_at
            from rights_moment m left join status_source s on true
            """;

    private final Connection connection;
    private final Sought sought;

    CustomerLookUp(Connection connection, Sought sought) {
        this.connection = connection;
        this.sought = sought;
    }

    private record Found(Customer customer, Optional<DerivedRight> right) {}

    private record Standing(Instant known, boolean stopped, @Nullable String source, @Nullable Instant reported) {}

    /** As it stands now, for one moment. */
    static AskedFacts of(Connection connection, RightsQuestion question) throws SQLException {
        AskedFacts standing = standing(connection, question.asker());
        var look = new CustomerLookUp(connection, Sought.by(question, standing.known()));
        return new AskedFacts(
                standing.known(), standing.stopped(), standing.reported(), look.customers(question.persons()));
    }

    /** What holds for all of an asker's questions now; nobody is looked up. */
    static AskedFacts standing(Connection connection, InstitutionId asker) throws SQLException {
        List<Standing> standing = standingOf(connection, asker);
        var reported = new HashMap<InstitutionId, Instant>();
        for (Standing each : standing) {
            if (each.source() != null && each.reported() != null) {
                reported.put(InstitutionId.of(each.source()), each.reported());
            }
        }
        return new AskedFacts(standing.getFirst().known(), standing.getFirst().stopped(), reported, Map.of());
    }

    /** The customers that these may be; who is none is not in the answer. */
    Map<AskedPerson, List<CustomerRights>> customers(Collection<AskedPerson> asked) throws SQLException {
        var customers = new HashMap<AskedPerson, List<CustomerRights>>();
        byReference(asked, customers);
        byNumber(asked, customers);
        return customers;
    }

    private static List<Standing> standingOf(Connection connection, InstitutionId asker) throws SQLException {
        try (var statement = connection.prepareStatement(STANDING)) {
            new Columns(statement).text(asker.value());
            return Rows.list(
                    statement.executeQuery(),
                    row -> new Standing(
                            Rows.instant(row, "at"),
                            row.getBoolean("stopped"),
                            row.getString("source"),
                            row.getString("source") == null ? null : Rows.instant(row, "reported_at")));
        }
    }

    private void byReference(Collection<AskedPerson> persons, Map<AskedPerson, List<CustomerRights>> into)
            throws SQLException {
        Set<CustomerReference> references = persons.stream()
                .flatMap(asked ->
                        asked instanceof AskedPerson.ByReference by ? Stream.of(by.reference()) : Stream.empty())
                .collect(Collectors.toSet());
        List<CustomerRights> found = find(BY_REFERENCE, references, CustomerReference::value);
        new CustomerMatch(connection)
                .found(found, sought)
                .forEach(each -> into.merge(
                        new AskedPerson.ByReference(each.customer().reference()), List.of(each), CustomerLookUp::both));
    }

    /** Who is not found by the number that was asked for may be a customer by another of his. */
    private void byNumber(Collection<AskedPerson> persons, Map<AskedPerson, List<CustomerRights>> into)
            throws SQLException {
        Set<Insz> numbers = persons.stream()
                .flatMap(asked -> asked instanceof AskedPerson.ByNumber by ? Stream.of(by.number()) : Stream.empty())
                .collect(Collectors.toSet());
        Map<Insz, List<CustomerRights>> found = byPerson(numbers);
        Set<Insz> missing =
                numbers.stream().filter(number -> !found.containsKey(number)).collect(Collectors.toSet());
        found.forEach((number, each) -> into.put(new AskedPerson.ByNumber(number), each));
        if (!missing.isEmpty()) {
            Map<Insz, Set<Insz>> others = new ReplacedNumbers(connection).others(missing);
            Map<Insz, List<CustomerRights>> byOthers = byPerson(with(missing, others));
            others.forEach((number, its) -> its.stream()
                    .flatMap(other -> byOthers.getOrDefault(other, List.of()).stream())
                    .forEach(
                            each -> into.merge(new AskedPerson.ByNumber(number), List.of(each), CustomerLookUp::both)));
        }
    }

    /** Never empty: the time must not tell whether somebody has another number. */
    private static Set<Insz> with(Set<Insz> missing, Map<Insz, Set<Insz>> others) {
        return Stream.concat(missing.stream(), others.values().stream().flatMap(Set::stream))
                .collect(Collectors.toSet());
    }

    private Map<Insz, List<CustomerRights>> byPerson(Set<Insz> numbers) throws SQLException {
        return find(BY_NUMBER, numbers, Insz::digits).stream()
                .collect(Collectors.groupingBy(each -> each.customer().person().orElseThrow()));
    }

    private static List<CustomerRights> both(List<CustomerRights> some, List<CustomerRights> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private <K> List<CustomerRights> find(String statement, Collection<K> keys, Function<K, String> text)
            throws SQLException {
        if (keys.isEmpty()) {
            return List.of();
        }
        try (var prepared = connection.prepareStatement(statement)) {
            new Columns(prepared)
                    .text(keys, text::apply)
                    .text(sought.supplier().value())
                    .moment(sought.known())
                    .moment(sought.known())
                    .moment(sought.known())
                    .moment(sought.known())
                    .text(sought.scheme().value())
                    .moment(sought.known())
                    .moment(sought.known());
            return grouped(Rows.list(prepared.executeQuery(), CustomerLookUp::found));
        }
    }

    /** The next customers of a supplier, in the order of their references. */
    List<CustomerRights> page(Optional<CustomerReference> after, int most) throws SQLException {
        return new CustomerMatch(connection).found(numbered(after, most), sought);
    }

    private List<CustomerRights> numbered(Optional<CustomerReference> after, int most) throws SQLException {
        try (var prepared = connection.prepareStatement(PAGE)) {
            new Columns(prepared)
                    .text(sought.supplier().value())
                    .text(after.map(CustomerReference::value).orElse(""))
                    .moment(sought.known())
                    .moment(sought.known())
                    .number(most)
                    .moment(sought.known())
                    .moment(sought.known())
                    .text(sought.scheme().value())
                    .moment(sought.known())
                    .moment(sought.known());
            return grouped(Rows.list(prepared.executeQuery(), CustomerLookUp::found));
        }
    }

    private static List<CustomerRights> grouped(List<Found> rows) {
        Map<Customer, List<DerivedRight>> rights = new LinkedHashMap<>();
        rows.forEach(row -> row.right()
                .ifPresentOrElse(
                        right -> rights.computeIfAbsent(row.customer(), any -> new ArrayList<>())
                                .add(right),
                        () -> rights.putIfAbsent(row.customer(), new ArrayList<>())));
        return rights.entrySet().stream()
                .map(each -> new CustomerRights(each.getKey(), each.getValue()))
                .toList();
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(CustomerRows.customer(row), DerivedRights.found(row));
    }
}
