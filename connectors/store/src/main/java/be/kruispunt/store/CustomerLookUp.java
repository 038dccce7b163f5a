package be.kruispunt.store;

import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.AskedPerson;
import be.kruispunt.model.rights.Customer;
import be.kruispunt.model.rights.CustomerReference;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds customers and their rights: those of many questions, and a thousand of each, in one statement. */
final class CustomerLookUp {
    private static final String FOUND =
            """
            select k.place, c.reference, c.person, c.names, c.address, c.born, c.ean, c.valid_from, c.valid_until, may.shares,
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
                on r.person = c.person and r.scheme = k.scheme and may.shares
                and r.known_from <= ? and (r.known_until is null or r.known_until > ?)
            """;

    private static final String BY_REFERENCE = FOUND
            + """
            from unnest(?::int[], ?::text[], ?::text[], ?::text[]) as k (place, supplier, scheme, reference)
            join customer c on c.supplier = k.supplier and c.reference = k.reference
                and c.known_from <= ? and (c.known_until is null or c.known_until > ?)
            """
            + RIGHTS;

    private static final String BY_NUMBER = FOUND
            + """
            from unnest(?::int[], ?::text[], ?::text[], ?::text[]) as k (place, supplier, scheme, person)
            join customer c on c.supplier = k.supplier and c.person = k.person
                and c.known_from <= ? and (c.known_until is null or c.known_until > ?)
            """
            + RIGHTS
            + "order by c.reference";

    private static final String PAGE = FOUND
            + """
            from (select 0 as place, ?::text as scheme) as k cross join (
                select * from customer
                where supplier = ? and reference > ? and known_from <= ? and (known_until is null or known_until > ?)
                order by reference limit ?) as c
            """
            + RIGHTS
            + "order by c.reference";

    private final Connection connection;
    private final List<Sought> sought;
    private final Instant known;

    /** {@code sought}: what each of the questions seeks, as of the same moment. */
    CustomerLookUp(Connection connection, List<Sought> sought) {
        this.connection = connection;
        this.sought = sought;
        this.known = sought.getFirst().known();
    }

    CustomerLookUp(Connection connection, Sought sought) {
        this(connection, List.of(sought));
    }

    /** By what is looked up. {@code place}: of the question that asks it. */
    private record Key<K>(int place, K by) {}

    private record Found(int place, Customer customer, Optional<DerivedRight> right) {}

    /** The customers that these may be, of the only question; who is none is not in the answer. */
    Map<AskedPerson, List<CustomerRights>> customers(Collection<AskedPerson> asked) throws SQLException {
        return customers(List.of(asked)).getFirst();
    }

    /** The same, for each of the questions. */
    List<Map<AskedPerson, List<CustomerRights>>> customers(List<? extends Collection<AskedPerson>> asked)
            throws SQLException {
        var references = new ArrayList<Key<CustomerReference>>();
        var numbers = new ArrayList<Key<Insz>>();
        var customers = new ArrayList<Map<AskedPerson, List<CustomerRights>>>();
        for (int place = 0; place < asked.size(); place++) {
            customers.add(new HashMap<>());
            for (AskedPerson each : Set.copyOf(asked.get(place))) {
                switch (each) {
                    case AskedPerson.ByReference(var reference) -> references.add(new Key<>(place, reference));
                    case AskedPerson.ByNumber(var number) -> numbers.add(new Key<>(place, number));
                }
            }
        }
        byReference(references, customers);
        byNumber(numbers, customers);
        return customers;
    }

    private void byReference(List<Key<CustomerReference>> references, List<Map<AskedPerson, List<CustomerRights>>> into)
            throws SQLException {
        List<String> texts = references.stream().map(key -> key.by().value()).toList();
        for (var found : find(BY_REFERENCE, references, texts).entrySet()) {
            new CustomerMatch(connection)
                    .found(found.getValue(), sought.get(found.getKey()))
                    .forEach(each -> add(
                            into.get(found.getKey()),
                            new AskedPerson.ByReference(each.customer().reference()),
                            each));
        }
    }

    /** Who is not found by the number that was asked for may be a customer by another of his. */
    private void byNumber(List<Key<Insz>> numbers, List<Map<AskedPerson, List<CustomerRights>>> into)
            throws SQLException {
        Map<Key<Insz>, List<CustomerRights>> found = byPerson(numbers);
        found.forEach((key, each) -> into.get(key.place()).put(new AskedPerson.ByNumber(key.by()), each));
        List<Key<Insz>> missing =
                numbers.stream().filter(key -> !found.containsKey(key)).toList();
        if (missing.isEmpty()) {
            return;
        }
        Map<Insz, Set<Insz>> others = new ReplacedNumbers(connection)
                .others(missing.stream().map(Key::by).collect(Collectors.toSet()));
        Map<Key<Insz>, List<CustomerRights>> byOthers = byPerson(with(missing, others));
        for (Key<Insz> key : missing) {
            for (Insz other : others.getOrDefault(key.by(), Set.of())) {
                byOthers.getOrDefault(new Key<>(key.place(), other), List.of())
                        .forEach(each -> add(into.get(key.place()), new AskedPerson.ByNumber(key.by()), each));
            }
        }
    }

    /** Never empty: the time must not tell whether somebody has another number. */
    private static List<Key<Insz>> with(List<Key<Insz>> missing, Map<Insz, Set<Insz>> others) {
        return missing.stream()
                .flatMap(key -> Stream.concat(
                        Stream.of(key),
                        others.getOrDefault(key.by(), Set.of()).stream().map(other -> new Key<>(key.place(), other))))
                .distinct()
                .toList();
    }

    private Map<Key<Insz>, List<CustomerRights>> byPerson(List<Key<Insz>> numbers) throws SQLException {
        var byPerson = new HashMap<Key<Insz>, List<CustomerRights>>();
        find(BY_NUMBER, numbers, numbers.stream().map(key -> key.by().digits()).toList())
                .forEach((place, customers) -> customers.forEach(each -> byPerson.computeIfAbsent(
                                new Key<>(place, each.customer().person().orElseThrow()), any -> new ArrayList<>())
                        .add(each)));
        return byPerson;
    }

    private static void add(
            Map<AskedPerson, List<CustomerRights>> customers, AskedPerson asked, CustomerRights customer) {
        customers.computeIfAbsent(asked, any -> new ArrayList<>()).add(customer);
    }

    /** Those of each question, by its place. {@code texts}: the keys as they are compared. */
    private <K> Map<Integer, List<CustomerRights>> find(String statement, List<Key<K>> keys, List<String> texts)
            throws SQLException {
        if (keys.isEmpty()) {
            return Map.of();
        }
        try (var prepared = connection.prepareStatement(statement)) {
            new Columns(prepared)
                    .add("int4", keys, Key::place)
                    .text(keys, key -> sought.get(key.place()).supplier().value())
                    .text(keys, key -> sought.get(key.place()).scheme().value())
                    .text(texts, text -> text)
                    .moment(known)
                    .moment(known)
                    .moment(known)
                    .moment(known)
                    .moment(known)
                    .moment(known);
            return grouped(Rows.list(prepared.executeQuery(), CustomerLookUp::found));
        }
    }

    /** The next customers of a supplier, in the order of their references. */
    List<CustomerRights> page(Optional<CustomerReference> after, int most) throws SQLException {
        return new CustomerMatch(connection).found(numbered(after, most), sought.getFirst());
    }

    private List<CustomerRights> numbered(Optional<CustomerReference> after, int most) throws SQLException {
        try (var prepared = connection.prepareStatement(PAGE)) {
            new Columns(prepared)
                    .text(sought.getFirst().scheme().value())
                    .text(sought.getFirst().supplier().value())
                    .text(after.map(CustomerReference::value).orElse(""))
                    .moment(known)
                    .moment(known)
                    .number(most)
                    .moment(known)
                    .moment(known)
                    .moment(known)
                    .moment(known);
            return grouped(Rows.list(prepared.executeQuery(), CustomerLookUp::found))
                    .getOrDefault(0, List.of());
        }
    }

    private static Map<Integer, List<CustomerRights>> grouped(List<Found> rows) {
        var rights = new LinkedHashMap<Key<Customer>, List<DerivedRight>>();
        for (Found row : rows) {
            List<DerivedRight> of =
                    rights.computeIfAbsent(new Key<>(row.place(), row.customer()), any -> new ArrayList<>());
            row.right().ifPresent(of::add);
        }
        return rights.entrySet().stream()
                .collect(Collectors.groupingBy(
                        each -> each.getKey().place(),
                        Collectors.mapping(
                                each -> new CustomerRights(each.getKey().by(), each.getValue()), Collectors.toList())));
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(row.getInt("place"), CustomerRows.customer(row), DerivedRights.found(row));
    }
}
