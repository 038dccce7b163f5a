package be.kruispunt.store;

import be.kruispunt.model.id.BirthDate;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.matching.AddressKey;
import be.kruispunt.model.matching.NameKey;
import be.kruispunt.model.rights.Customer;
import be.kruispunt.model.rights.CustomerReference;
import be.kruispunt.rights.DerivedRight;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds who is meant by a name and an address (decision 0030): whoever lived at that address on that day, had that name, and was not dead.
 * Exactly one, or nobody: of two it is not said that there are two. A person is one, whatever numbers he had. One statement for any
 * number of customers.
 */
final class CustomerMatch {
    private static final String ONLY_ONE =
            """
            with asked (known, day) as (select ?::timestamptz, ?::date),
            wanted as (
                select w.reference, string_to_array(w.names, ' ') as names, w.address, w.born
                from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as w (reference, names, address, born)
            ), candidate as materialized (
                select w.reference, n.person
                from asked cross join wanted w
                join household_address a on a.address = w.address
                    and a.known_from <= asked.known and (a.known_until is null or a.known_until > asked.known)
                    and a.valid_from <= asked.day and (a.valid_until is null or a.valid_until >= asked.day)
                join household_member m on m.source = a.source and m.household = a.household
                    and m.known_from <= asked.known and (m.known_until is null or m.known_until > asked.known)
                    and m.valid_from <= asked.day and (m.valid_until is null or m.valid_until >= asked.day)
                join person_name n on n.person = m.person and n.names && w.names
                    and (w.born is null or n.born = w.born)
                    and n.known_from <= asked.known and (n.known_until is null or n.known_until > asked.known)
                    and n.valid_from <= asked.day and (n.valid_until is null or n.valid_until >= asked.day)
            ), number as materialized (
                select asked as person, insz from numbers_of(array(select distinct person from candidate))
            ), one as materialized (
                select person, min(insz) as first from number group by person
            ), dead as materialized (
                select n.person from asked cross join number n join death d on d.person = n.insz and d.died < asked.day
                    and d.known_from <= asked.known and (d.known_until is null or d.known_until > asked.known)
            ), only_one as materialized (
                select c.reference, min(c.person) as person
                from candidate c join one on one.person = c.person
                where not exists (select from dead where dead.person = c.person)
                group by c.reference having count(distinct one.first) = 1
            )
            """;

    private static final String FOUND = ONLY_ONE
            + """
            select o.reference, o.person,
                r.scheme, r.version, r.line, r.certain, r.valid_from as right_from, r.valid_until as right_until
            from asked cross join only_one o
            left join derived_right r on r.person = o.person and r.scheme = ?
                and r.known_from <= asked.known and (r.known_until is null or r.known_until > asked.known)
            order by o.reference
            """;

    private static final String HOW_MANY = ONLY_ONE + "select count(*) from only_one";

    /** Who is looked for: never who forbids sharing. */
    private record Wanted(
            CustomerReference reference, Set<NameKey> names, AddressKey address, Optional<BirthDate> born) {
        static Stream<Wanted> of(Customer customer) {
            return customer.identity().filter(any -> customer.shares()).stream()
                    .flatMap(identity -> identity.address().stream()
                            .map(address ->
                                    new Wanted(customer.reference(), identity.names(), address, identity.born())));
        }
    }

    private record Row(CustomerReference reference, Insz person, Optional<DerivedRight> right) {
        static Row read(ResultSet row) throws SQLException {
            return new Row(
                    CustomerReference.of(row.getString("reference")),
                    Insz.of(row.getString("person")),
                    DerivedRights.found(row));
        }
    }

    private final Connection connection;

    CustomerMatch(Connection connection) {
        this.connection = connection;
    }

    /** The customers, with whom they are and his rights where that is one person. */
    List<CustomerRights> found(List<CustomerRights> customers, Sought sought) throws SQLException {
        List<Wanted> wanted = customers.stream()
                .map(CustomerRights::customer)
                .flatMap(Wanted::of)
                .toList();
        if (wanted.isEmpty()) {
            return customers;
        }
        Map<CustomerReference, List<Row>> found;
        try (var statement = connection.prepareStatement(FOUND)) {
            fill(new Columns(statement), wanted, sought.day(), sought.known())
                    .text(sought.scheme().value());
            found = Rows.list(statement.executeQuery(), Row::read).stream()
                    .collect(Collectors.groupingBy(Row::reference));
        }
        return customers.stream()
                .map(each -> with(each, found.getOrDefault(each.customer().reference(), List.of())))
                .toList();
    }

    /** Of how many of them, each under a reference of its own, it is known who he is. */
    long howMany(List<Customer> customers, LocalDate day, Instant known) throws SQLException {
        try (var statement = connection.prepareStatement(HOW_MANY)) {
            fill(new Columns(statement), customers.stream().flatMap(Wanted::of).toList(), day, known);
            return Rows.list(statement.executeQuery(), row -> row.getLong(1)).getFirst();
        }
    }

    private static Columns fill(Columns columns, List<Wanted> wanted, LocalDate day, Instant known)
            throws SQLException {
        return columns.moment(known)
                .day(day)
                .text(wanted, each -> each.reference().value())
                .text(wanted, each -> NameKeys.write(each.names()))
                .text(wanted, each -> each.address().value())
                .text(wanted, each -> each.born().map(BirthDate::written).orElse(null));
    }

    private static CustomerRights with(CustomerRights customer, List<Row> rows) {
        if (rows.isEmpty()) {
            return customer;
        }
        var rights = new ArrayList<DerivedRight>();
        rows.forEach(row -> row.right().ifPresent(rights::add));
        return new CustomerRights(
                customer.customer(), Optional.of(rows.getFirst().person()), rights);
    }
}
