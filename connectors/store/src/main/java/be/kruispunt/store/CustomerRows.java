package be.kruispunt.store;

import be.kruispunt.model.id.BirthDate;
import be.kruispunt.model.id.Ean;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.matching.AddressKey;
import be.kruispunt.model.rights.Customer;
import be.kruispunt.model.rights.CustomerChange;
import be.kruispunt.model.rights.CustomerIdentity;
import be.kruispunt.model.rights.CustomerReference;
import be.kruispunt.model.rights.Validity;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of customers: one report of one supplier, in the order of its changes. */
final class CustomerRows {
    private static final String OPEN =
            """
            select c.reference, c.person, c.names, c.address, c.born, c.ean, c.valid_from, c.valid_until, c.shares
            from customer c
            where c.supplier = ? and c.reference = any(?::text[]) and c.known_until is null
            """;

    private static final String CLOSE =
            """
            update customer c set known_until = ?
            where c.supplier = ? and c.reference = any(?::text[]) and c.known_until is null
            """;

    private static final String ADD =
            """
            insert into customer
                (supplier, told_by, known_from, reference, person, valid_from, valid_until, shares, names, address, born, ean)
            select ?, ?, ?::timestamptz, n.reference, n.person, n.valid_from, n.valid_until, n.shares,
                string_to_array(n.names, ' '), n.address, n.born, n.ean
            from unnest(?::text[], ?::text[], ?::date[], ?::date[], ?::boolean[], ?::text[], ?::text[], ?::text[], ?::text[])
                as n (reference, person, valid_from, valid_until, shares, names, address, born, ean)
            """;

    private final Connection connection;
    private final CustomerReport report;
    private final Instant moment;
    private final Map<CustomerReference, Customer> before = new HashMap<>();
    private final Map<CustomerReference, Customer> now = new HashMap<>();
    private final LastTold lastTold;
    private Set<String> overtaken = Set.of();

    CustomerRows(Connection connection, CustomerReport report, Instant moment) {
        this.connection = connection;
        this.report = report;
        this.moment = moment;
        this.lastTold = new LastTold(connection, LastTold.About.CUSTOMER, report.supplier(), report.arrivedAt());
    }

    /** What becomes of each change; writes nothing. */
    List<ChangeOutcome> outcomes() throws SQLException {
        open().forEach(customer -> before.put(customer.reference(), customer));
        now.putAll(before);
        return report.changes().stream().map(this::take).toList();
    }

    /** Takes each change by itself. */
    List<ChangeOutcome> take() throws SQLException {
        List<ChangeOutcome> outcomes = outcomes();
        keep(outcomes);
        return outcomes;
    }

    /** Writes what {@link #outcomes} found. */
    void keep(List<ChangeOutcome> outcomes) throws SQLException {
        close(before.values().stream()
                .filter(customer -> !customer.equals(now.get(customer.reference())))
                .toList());
        add(now.values().stream()
                .filter(customer -> !customer.equals(before.get(customer.reference())))
                .toList());
        lastTold.tell(report.changes(), outcomes, change -> change.reference().value());
    }

    private ChangeOutcome take(CustomerChange change) {
        if (overtaken.contains(change.reference().value())) {
            return ChangeOutcome.OVERTAKEN;
        }
        return switch (change) {
            case CustomerChange.Registered(Customer customer) -> {
                now.put(customer.reference(), customer);
                yield ChangeOutcome.TAKEN;
            }
            case CustomerChange.Unregistered(CustomerReference reference, LocalDate last) ->
                end(now.get(reference), last);
        };
    }

    /** Who ends before he began never was a customer; his row is closed, and none follows. */
    private ChangeOutcome end(@Nullable Customer customer, LocalDate last) {
        if (customer == null) {
            return ChangeOutcome.REFERENCE_UNKNOWN;
        }
        LocalDate from = customer.valid().from();
        if (last.isBefore(from)) {
            now.remove(customer.reference());
        } else {
            now.put(customer.reference(), customer.during(Validity.of(from, last)));
        }
        return ChangeOutcome.TAKEN;
    }

    private List<Customer> open() throws SQLException {
        Set<String> references = report.changes().stream()
                .map(change -> change.reference().value())
                .collect(Collectors.toSet());
        overtaken = lastTold.later(references);
        try (var statement = connection.prepareStatement(OPEN)) {
            new Columns(statement).text(report.supplier().value()).text(references, reference -> reference);
            return Rows.list(statement.executeQuery(), CustomerRows::customer);
        }
    }

    static Customer customer(ResultSet row) throws SQLException {
        return new Customer(
                CustomerReference.of(row.getString("reference")),
                Optional.ofNullable(row.getString("person")).map(Insz::of),
                identity(row),
                Rows.validity(row),
                row.getBoolean("shares"));
    }

    private static Optional<CustomerIdentity> identity(ResultSet row) throws SQLException {
        return row.getArray("names") == null
                ? Optional.empty()
                : Optional.of(new CustomerIdentity(
                        NameKeys.read(row, "names"),
                        Optional.ofNullable(row.getString("address")).map(AddressKey::new),
                        Optional.ofNullable(row.getString("born")).map(BirthDate::of),
                        Optional.ofNullable(row.getString("ean")).map(Ean::of)));
    }

    private void close(List<Customer> customers) throws SQLException {
        if (!customers.isEmpty()) {
            try (var statement = connection.prepareStatement(CLOSE)) {
                new Columns(statement)
                        .moment(moment)
                        .text(report.supplier().value())
                        .text(customers, customer -> customer.reference().value());
                statement.executeUpdate();
            }
        }
    }

    private void add(List<Customer> customers) throws SQLException {
        if (!customers.isEmpty()) {
            try (var statement = connection.prepareStatement(ADD)) {
                new Columns(statement)
                        .text(report.supplier().value())
                        .text(report.toldBy())
                        .moment(moment)
                        .text(customers, customer -> customer.reference().value())
                        .text(
                                customers,
                                customer -> customer.person().map(Insz::digits).orElse(null))
                        .add("date", customers, customer -> customer.valid().from())
                        .add("date", customers, customer -> customer.valid()
                                .until()
                                .orElse(null))
                        .add("bool", customers, Customer::shares)
                        .text(customers, of(identity -> Optional.of(NameKeys.write(identity.names()))))
                        .text(customers, of(identity -> identity.address().map(AddressKey::value)))
                        .text(customers, of(identity -> identity.born().map(BirthDate::written)))
                        .text(customers, of(identity -> identity.ean().map(Ean::digits)));
                statement.executeUpdate();
            }
        }
    }

    private static Columns.Text<Customer> of(Function<CustomerIdentity, Optional<String>> text) {
        return customer -> customer.identity().flatMap(text).orElse(null);
    }
}
