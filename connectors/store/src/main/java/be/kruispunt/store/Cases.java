package be.kruispunt.store;

import static java.util.Comparator.comparing;

import be.kruispunt.model.cases.CaseFile;
import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reading a case from its row, and the changes that a batch makes to cases. */
final class Cases {
    static final String SELECT =
            "select id, process, owner, persons, participants, events, kept_boxes, closes_at, version from"
                    + " business_case";

    private final Json json;

    Cases(Json json) {
        this.json = json;
    }

    CaseFile read(ResultSet row) throws SQLException {
        return new CaseFile(
                new CaseId(row.getObject("id", UUID.class)),
                row.getString("process"),
                InstitutionId.of(row.getString("owner")),
                json.toParticipants(row.getString("participants")),
                Arrays.stream((String[]) row.getArray("persons").getArray())
                        .map(Insz::of)
                        .collect(Collectors.toUnmodifiableSet()),
                json.toEvents(row.getString("events")),
                json.toBoxes(row.getString("kept_boxes")),
                Optional.ofNullable(row.getObject("closes_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getInt("version"));
    }

    /**
     * What a batch makes of one case.
     *
     * @param base the version that it was built on; 0 for a case that it opens
     * @param after the case as the batch leaves it
     */
    record Change(int base, CaseFile after) {}

    /**
     * The changes of a batch, in the order in which the cases are locked. Several messages of one batch may advance the
     * same case, each from where the one before it left it.
     *
     * @throws LostRace when two messages of the batch were built on the same version
     */
    static List<Change> changes(Collection<CaseFile> afters) {
        record Key(CaseId id, InstitutionId owner) {}
        Map<Key, Change> changes = new TreeMap<>(comparing(Key::id).thenComparing(Key::owner));
        for (CaseFile after : afters) {
            var key = new Key(after.id(), after.owner());
            Change earlier = changes.get(key);
            if (earlier != null && after.version() != earlier.after().version() + 1) {
                throw new LostRace("two messages of one batch on the same version of case " + after.id());
            }
            changes.put(key, new Change(earlier == null ? after.version() - 1 : earlier.base(), after));
        }
        return List.copyOf(changes.values());
    }
}
