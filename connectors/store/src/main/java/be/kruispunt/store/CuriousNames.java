package be.kruispunt.store;

import be.kruispunt.model.id.BirthDate;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.matching.AddressKey;
import be.kruispunt.model.rights.Customer;
import be.kruispunt.model.rights.CustomerIdentity;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is curious of the customers whom a supplier registers by name and address (decision 0033): that a reference is given name after
 * name, and that nobody is found by them.
 */
final class CuriousNames {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    /** What was never said under its reference before, and whether three others were in these days: a move, and two mistakes. */
    private static final String NEW =
            """
            select k.reference, (
                select count(distinct (c.names, c.address, c.born)) from customer c
                where c.supplier = ? and c.reference = k.reference and c.names is not null
                    and c.known_from > ?::timestamptz - make_interval(days => ?::int)) >= 3 as changed
            from (
                select reference, string_to_array(names, ' ') as names, address, born
                from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as n (reference, names, address, born)
            ) as k
            where not exists (
                select from customer c where c.supplier = ? and c.reference = k.reference and c.names = k.names
                    and c.address is not distinct from k.address and c.born is not distinct from k.born)
            """;

    private static final String ADDRESSES = "select exists (select from household_address)";

    private record Told(String reference, boolean changed) {}

    private final Connection connection;
    private final InstitutionId supplier;
    private final Instant moment;

    CuriousNames(Connection connection, InstitutionId supplier, Instant moment) {
        this.connection = connection;
        this.supplier = supplier;
        this.moment = moment;
    }

    /** {@code told}: one of each reference, and none of them written yet. */
    Map<Curiosity, Long> look(List<Customer> told, int windowDays) throws SQLException {
        List<Customer> named = told.stream()
                .filter(Customer::shares)
                .filter(each -> each.identity().isPresent())
                .toList();
        if (named.isEmpty()) {
            return Map.of();
        }
        Map<String, Boolean> added =
                added(named, windowDays).stream().collect(Collectors.toMap(Told::reference, Told::changed));
        return Map.of(
                Curiosity.CHANGED_NAME,
                added.values().stream().filter(changed -> changed).count(),
                Curiosity.UNFOUND_NAME,
                unfound(named.stream()
                        .filter(each -> added.containsKey(each.reference().value()))
                        .toList()));
    }

    private List<Told> added(List<Customer> named, int windowDays) throws SQLException {
        try (var statement = connection.prepareStatement(NEW)) {
            new Columns(statement)
                    .text(supplier.value())
                    .moment(moment)
                    .number(windowDays)
                    .text(named, each -> each.reference().value())
                    .text(named, of(identity -> Optional.of(NameKeys.write(identity.names()))))
                    .text(named, of(identity -> identity.address().map(AddressKey::value)))
                    .text(named, of(identity -> identity.born().map(BirthDate::written)))
                    .text(supplier.value());
            return Rows.list(
                    statement.executeQuery(), row -> new Told(row.getString("reference"), row.getBoolean("changed")));
        }
    }

    private static Columns.Text<Customer> of(Function<CustomerIdentity, Optional<String>> text) {
        return customer -> customer.identity().flatMap(text).orElse(null);
    }

    /** By an address that cannot be read nobody learns anything; and where no register tells addresses, nobody can be found. */
    private long unfound(List<Customer> added) throws SQLException {
        List<Customer> lookedFor = added.stream()
                .filter(each ->
                        each.identity().flatMap(CustomerIdentity::address).isPresent())
                .toList();
        if (lookedFor.isEmpty() || !addressesAreTold()) {
            return 0;
        }
        return lookedFor.size()
                - new CustomerMatch(connection).howMany(lookedFor, LocalDate.ofInstant(moment, BRUSSELS), moment);
    }

    private boolean addressesAreTold() throws SQLException {
        try (var statement = connection.prepareStatement(ADDRESSES)) {
            return Rows.list(statement.executeQuery(), row -> row.getBoolean(1)).getFirst();
        }
    }
}
