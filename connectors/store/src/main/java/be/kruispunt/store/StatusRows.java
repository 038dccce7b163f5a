package be.kruispunt.store;

import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.SocialStatus;
import be.kruispunt.model.rights.StatusChange;
import be.kruispunt.model.rights.StatusCode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of statuses: one report of one source, in the order of its changes. */
final class StatusRows {
    /** The last of what the source told under each reference. */
    private static final String LAST =
            """
            select distinct on (s.reference) s.person, s.status, s.valid_from, s.valid_until, s.decided, s.reference,
                s.known_until is null as stands
            from social_status s where s.source = ? and s.reference = any(?::text[])
            order by s.reference, s.known_from desc
            """;

    private static final String CLOSE =
            """
            update social_status s set known_until = ? from unnest(?::text[]) as c (reference)
            where s.source = ? and s.reference = c.reference and s.known_until is null
            """;

    private static final String ADD =
            """
            insert into social_status
                (source, told_by, known_from, reference, person, status, valid_from, valid_until, decided)
            select ?, ?, ?::timestamptz, n.*
            from unnest(?::text[], ?::text[], ?::text[], ?::date[], ?::date[], ?::date[]) as n
            """;

    private final Connection connection;
    private final StatusReport report;
    private final Instant moment;
    private final Map<String, SocialStatus> before = new HashMap<>();
    private final Map<String, SocialStatus> now = new HashMap<>();
    private final Map<String, SocialStatus> withdrawn = new HashMap<>();
    private final Set<Insz> changed = new HashSet<>();
    private final LastTold lastTold;
    private final Arrival arrival;
    private Set<String> overtaken = Set.of();
    private Map<Insz, Set<Insz>> others = Map.of();

    StatusRows(Connection connection, StatusReport report, Instant moment) {
        this.connection = connection;
        this.report = report;
        this.moment = moment;
        this.arrival = Arrival.at(report.arrivedAt());
        this.lastTold = new LastTold(connection, LastTold.About.STATUS, report.source(), report.arrivedAt());
    }

    /** What becomes of each change; writes nothing. */
    List<ChangeOutcome> outcomes() throws SQLException {
        readLast();
        readOthers();
        now.putAll(before);
        return report.changes().stream().map(this::take).toList();
    }

    /** Takes what can be taken; each change by itself. */
    List<ChangeOutcome> take() throws SQLException {
        List<ChangeOutcome> outcomes = outcomes();
        close(before.values().stream()
                .filter(status -> !status.equals(now.get(status.reference())))
                .toList());
        add(now.values().stream()
                .filter(status -> !status.equals(before.get(status.reference())))
                .toList());
        lastTold.tell(report.changes(), outcomes, StatusChange::reference);
        return outcomes;
    }

    /** Whose statuses are other than they were. */
    Set<Insz> changed() {
        return changed;
    }

    private ChangeOutcome take(StatusChange change) {
        if (overtaken.contains(change.reference())) {
            return ChangeOutcome.OVERTAKEN;
        }
        SocialStatus known = now.get(change.reference());
        return switch (change) {
            case StatusChange.Granted(SocialStatus status)
            when arrival.isBefore(status.decided()) -> ChangeOutcome.DAY_IMPOSSIBLE;
            case StatusChange.Corrected(SocialStatus status)
            when arrival.isBefore(status.decided()) -> ChangeOutcome.DAY_IMPOSSIBLE;
            case StatusChange.Granted(SocialStatus status) -> {
                if (known != null && !known.equals(status)) {
                    yield ChangeOutcome.REFERENCE_TAKEN;
                }
                yield put(status);
            }
            case StatusChange.Corrected(SocialStatus status) ->
                known == null ? ChangeOutcome.REFERENCE_UNKNOWN : put(status);
            case StatusChange.Withdrawn named -> withdraw(named, known);
        };
    }

    private ChangeOutcome withdraw(StatusChange.Withdrawn named, @Nullable SocialStatus known) {
        SocialStatus last = known == null ? withdrawn.get(named.reference()) : known;
        if (last == null || !isSame(last, named)) {
            return ChangeOutcome.REFERENCE_UNKNOWN;
        }
        return known == null ? ChangeOutcome.TAKEN : withdraw(known);
    }

    /** Whether it is the status that is named, and of who is named now, by whichever of his numbers. */
    private boolean isSame(SocialStatus told, StatusChange.Withdrawn named) {
        return told.status().equals(named.code())
                && (told.person().equals(named.person())
                        || others.getOrDefault(named.person(), Set.of()).contains(told.person()));
    }

    private ChangeOutcome put(SocialStatus status) {
        SocialStatus former = now.put(status.reference(), status);
        if (!status.equals(former)) {
            changed.add(status.person());
            if (former != null) {
                changed.add(former.person());
            }
        }
        return ChangeOutcome.TAKEN;
    }

    private ChangeOutcome withdraw(SocialStatus status) {
        now.remove(status.reference());
        withdrawn.put(status.reference(), status);
        changed.add(status.person());
        return ChangeOutcome.TAKEN;
    }

    private void readOthers() throws SQLException {
        Set<Insz> named = report.changes().stream()
                .filter(StatusChange.Withdrawn.class::isInstance)
                .map(StatusChange::person)
                .collect(Collectors.toSet());
        if (!named.isEmpty()) {
            others = new ReplacedNumbers(connection).others(named);
        }
    }

    private void readLast() throws SQLException {
        Set<String> references =
                report.changes().stream().map(StatusChange::reference).collect(Collectors.toSet());
        try (var statement = connection.prepareStatement(LAST)) {
            new Columns(statement).text(report.source().value()).text(references, reference -> reference);
            Rows.list(statement.executeQuery(), this::readLast);
        }
        overtaken = lastTold.later(references);
    }

    private boolean readLast(ResultSet row) throws SQLException {
        var status = new SocialStatus(
                Insz.of(row.getString("person")),
                StatusCode.of(row.getString("status")),
                Rows.validity(row),
                row.getObject("decided", LocalDate.class),
                row.getString("reference"));
        boolean stands = row.getBoolean("stands");
        if (stands) {
            before.put(status.reference(), status);
        } else {
            withdrawn.put(status.reference(), status);
        }
        return stands;
    }

    private void close(List<SocialStatus> statuses) throws SQLException {
        if (!statuses.isEmpty()) {
            try (var statement = connection.prepareStatement(CLOSE)) {
                new Columns(statement)
                        .moment(moment)
                        .text(statuses, SocialStatus::reference)
                        .text(report.source().value());
                statement.executeUpdate();
            }
        }
    }

    private void add(List<SocialStatus> statuses) throws SQLException {
        if (!statuses.isEmpty()) {
            try (var statement = connection.prepareStatement(ADD)) {
                new Columns(statement)
                        .text(report.source().value())
                        .text(report.toldBy())
                        .moment(moment)
                        .text(statuses, SocialStatus::reference)
                        .text(statuses, status -> status.person().digits())
                        .text(statuses, status -> status.status().value())
                        .add("date", statuses, status -> status.valid().from())
                        .add("date", statuses, status -> status.valid().until().orElse(null))
                        .add("date", statuses, SocialStatus::decided);
                statement.executeUpdate();
            }
        }
    }
}
