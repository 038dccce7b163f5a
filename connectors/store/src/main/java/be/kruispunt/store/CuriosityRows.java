package be.kruispunt.store;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.rights.Customer;
import be.kruispunt.model.rights.CustomerChange;
import be.kruispunt.model.rights.CustomerReference;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what curious suppliers do, by day, tells the operator when it is much, and stops their questions when it is too much. */
final class CuriosityRows {
    private static final Logger LOG = LoggerFactory.getLogger(CuriosityRows.class);

    private static final String ADD =
            """
            insert into asker_count (supplier, kind, day, counted)
            select ?, k.kind, current_date, k.counted from unnest(?::text[], ?::bigint[]) as k (kind, counted)
            order by k.kind
            on conflict (supplier, kind, day) do update set counted = asker_count.counted + excluded.counted
            """;

    private static final String COUNTED =
            """
            select kind, sum(counted)::bigint as counted from asker_count
            where supplier = ? and day > current_date - ?::int
            group by kind
            """;

    private static final String MARK =
            """
            insert into asker (supplier, strangers, alerted_at, stopped_at)
            values (?, ?, case when ? >= ? then clock_timestamp() end, case when ? >= ? then clock_timestamp() end)
            on conflict (supplier) do update set
                strangers = asker.strangers + excluded.strangers,
                alerted_at = coalesce(asker.alerted_at, excluded.alerted_at),
                stopped_at = coalesce(asker.stopped_at, excluded.stopped_at)
            """;

    private final Connection connection;
    private final StrangerLimits limits;

    CuriosityRows(Connection connection, StrangerLimits limits) {
        this.connection = connection;
        this.limits = limits;
    }

    /** Looks at what a supplier registers before it is written, at a moment just before. The answer is the same whatever is seen. */
    Map<Curiosity, Long> look(CustomerReport report, Instant moment) throws SQLException {
        List<Customer> registered = report.changes().stream()
                .flatMap(change -> change instanceof CustomerChange.Registered(Customer customer)
                        ? Stream.of(customer)
                        : Stream.empty())
                .toList();
        var seen = new EnumMap<Curiosity, Long>(Curiosity.class);
        seen.putAll(new CuriousNumbers(connection, report.supplier())
                .look(registered.stream()
                        .flatMap(customer -> customer.person().stream())
                        .distinct()
                        .toList()));
        seen.putAll(new CuriousNames(connection, report.supplier(), moment)
                .look(lastOfEachReference(registered), limits.windowDays()));
        return seen;
    }

    /** The others are not written. */
    private static List<Customer> lastOfEachReference(List<Customer> registered) {
        var last = new LinkedHashMap<CustomerReference, Customer>();
        registered.forEach(customer -> last.put(customer.reference(), customer));
        return List.copyOf(last.values());
    }

    /** Counts; tells the operator once when a limit is reached. */
    void count(InstitutionId supplier, Map<Curiosity, Long> more) throws SQLException {
        Map<Curiosity, Long> some = more.entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (some.isEmpty()) {
            return;
        }
        add(supplier, some);
        Map<Curiosity, Long> all = counted(supplier);
        long added = curious(some);
        long curious = curious(all);
        if (added > 0) {
            mark(supplier, added, curious);
            limits.reached(curious - added, curious)
                    .ifPresent(limit -> tell(supplier, curious, limit == limits.stopAt()));
        }
        tellOf(Curiosity.UNKNOWN_NUMBER, limits.unknownAlertAt(), supplier, some, all);
        tellOf(Curiosity.NEW_NUMBER, limits.newAlertAt(), supplier, some, all);
        tellOf(Curiosity.UNFOUND_NAME, limits.unfoundAlertAt(), supplier, some, all);
    }

    private static long curious(Map<Curiosity, Long> counted) {
        return counted.entrySet().stream()
                .filter(each -> each.getKey().stops())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private void add(InstitutionId supplier, Map<Curiosity, Long> more) throws SQLException {
        try (var statement = connection.prepareStatement(ADD)) {
            new Columns(statement)
                    .text(supplier.value())
                    .text(more.keySet(), Enum::name)
                    .add("int8", more.values(), each -> each);
            statement.executeUpdate();
        }
    }

    private Map<Curiosity, Long> counted(InstitutionId supplier) throws SQLException {
        try (var statement = connection.prepareStatement(COUNTED)) {
            new Columns(statement).text(supplier.value()).number(limits.windowDays());
            var counted = new EnumMap<Curiosity, Long>(Curiosity.class);
            Rows.list(
                    statement.executeQuery(),
                    row -> counted.put(Curiosity.valueOf(row.getString("kind")), row.getLong("counted")));
            return counted;
        }
    }

    private void mark(InstitutionId supplier, long added, long curious) throws SQLException {
        try (var statement = connection.prepareStatement(MARK)) {
            new Columns(statement)
                    .text(supplier.value())
                    .number(added)
                    .number(curious)
                    .number(limits.alertAt())
                    .number(curious)
                    .number(limits.stopAt());
            statement.executeUpdate();
        }
    }

    private static void tell(InstitutionId asker, long counted, boolean stopped) {
        if (stopped) {
            LOG.error(
                    "KP5002 stopped, asks about strangers or tries numbers or names asker={} counted={}",
                    asker,
                    counted);
        } else {
            LOG.warn("KP5001 asks about strangers or tries numbers or names asker={} counted={}", asker, counted);
        }
    }

    private static void tellOf(
            Curiosity kind, long limit, InstitutionId supplier, Map<Curiosity, Long> more, Map<Curiosity, Long> all) {
        long now = all.getOrDefault(kind, 0L);
        if (now >= limit && now - more.getOrDefault(kind, 0L) < limit) {
            LOG.warn("KP5003 registers many asker={} kind={} counted={}", supplier, kind, now);
        }
    }
}
