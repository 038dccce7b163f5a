package be.kruispunt.store;

import be.kruispunt.access.DirectoryExtract;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who asks for rights: what the directory knows of whom they ask about, and how curious they are. */
public final class Askers {
    private static final String STANDING =
            """
            select supplier, alerted_at, stopped_at,
                array(select c.kind || ' ' || sum(c.counted) from asker_count c
                    where c.supplier = s.supplier and c.day > current_date - ?::int and c.counted > 0
                    group by c.kind order by c.kind) as counted
            from (select supplier from asker union select supplier from asker_count) as s left join asker using (supplier)
            order by supplier
            """;

    private final Database database;

    Askers(Database database) {
        this.database = database;
    }

    /** What the reference directory says of persons. */
    public DirectoryExtract directory(Set<Insz> persons) {
        return database.readAtOneMoment(connection -> new PersonsInDirectory(connection).of(persons));
    }

    /**
     * Takes what a supplier says of its customers, and counts what of it is curious.
     *
     * @param keeping what is written; what is new of it is looked at before
     */
    public Effect counting(CustomerReport report, StrangerLimits limits, Effect keeping) {
        return (connection, ticket, at) -> {
            // The moment first, as everybody takes it: nobody counts beside this one, or waits for who waits for him.
            Instant moment = RightsMoment.next(connection);
            var curiosity = new CuriosityRows(connection, limits);
            Map<Curiosity, Long> seen = curiosity.look(report, moment);
            keeping.write(connection, ticket, at);
            curiosity.count(report.supplier(), seen);
        };
    }

    /**
     * How an asker stands.
     *
     * @param counted what was counted of it in the window, since somebody looked
     * @param alerted since when the operator is told
     * @param stopped since when its questions are refused
     */
    public record Standing(
            InstitutionId supplier,
            Map<Curiosity, Long> counted,
            Optional<Instant> alerted,
            Optional<Instant> stopped) {
        public Standing {
            counted = Map.copyOf(counted);
        }
    }

    /** Everybody of whom something was counted, by id. */
    public List<Standing> standing(StrangerLimits limits) {
        return database.read(connection -> {
            try (var statement = connection.prepareStatement(STANDING)) {
                new Columns(statement).number(limits.windowDays());
                return Rows.list(statement.executeQuery(), Askers::standing);
            }
        });
    }

    private static Standing standing(ResultSet row) throws SQLException {
        var counted = new EnumMap<Curiosity, Long>(Curiosity.class);
        for (String each : Rows.texts(row, "counted")) {
            int blank = each.indexOf(' ');
            counted.put(Curiosity.valueOf(each.substring(0, blank)), Long.valueOf(each.substring(blank + 1)));
        }
        return new Standing(
                InstitutionId.of(row.getString("supplier")),
                counted,
                Rows.moment(row, "alerted_at"),
                Rows.moment(row, "stopped_at"));
    }
}
