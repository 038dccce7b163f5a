package be.kruispunt.store;

import be.kruispunt.access.Authorisation;
import be.kruispunt.access.Competence;
import be.kruispunt.access.DirectoryLine;
import be.kruispunt.access.Institution;
import be.kruispunt.access.Period;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.message.DocumentType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Fills the register and the reference directory, in bulk. What is there already under the same key is replaced; nothing
 * is removed, since a decision of last year must still be explicable: what no longer holds gets an end.
 */
public final class RegisterWriter {
    private static final int CHUNK = 20_000;

    private static final String PUT_INSTITUTIONS =
            """
            insert into institution (id, name, network, sector, active_from, active_to)
            select * from unnest(?::text[], ?::text[], ?::text[], ?::integer[], ?::date[], ?::date[])
            on conflict (id) do update set name = excluded.name, network = excluded.network, sector = excluded.sector,
                active_from = excluded.active_from, active_to = excluded.active_to
            """;
    private static final String FORGET_COMPETENCES = "delete from competence where institution = any(?)";
    private static final String PUT_COMPETENCES =
            """
            insert into competence (institution, process, role, period_from, period_to)
            select * from unnest(?::text[], ?::text[], ?::text[], ?::date[], ?::date[])
            """;
    private static final String FORGET_ACCEPTED = "delete from accepted_document where institution = any(?)";
    private static final String PUT_ACCEPTED =
            """
            insert into accepted_document (institution, rank, code, version)
            select * from unnest(?::text[], ?::integer[], ?::text[], ?::text[])
            """;
    private static final String PUT_AUTHORISATIONS =
            """
            insert into authorisation (number, sender, receiver, document_code, legal_context, sender_qualities,
                receiver_qualities, minimum_phase, period_from, period_to)
            select number, sender, receiver, document_code, legal_context, string_to_array(sender_qualities, ' '),
                string_to_array(receiver_qualities, ' '), minimum_phase, period_from, period_to
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::integer[],
                ?::date[], ?::date[]) as a (number, sender, receiver, document_code, legal_context, sender_qualities,
                receiver_qualities, minimum_phase, period_from, period_to)
            on conflict (number, sender, receiver, document_code, legal_context) do update set
                sender_qualities = excluded.sender_qualities, receiver_qualities = excluded.receiver_qualities,
                minimum_phase = excluded.minimum_phase, period_from = excluded.period_from,
                period_to = excluded.period_to
            """;
    private static final String PUT_LINES =
            """
            insert into directory_line (insz, institution, sector, quality, phase, period_from, period_to, last_change)
            select * from unnest(?::text[], ?::text[], ?::integer[], ?::text[], ?::integer[], ?::date[], ?::date[],
                ?::date[])
            on conflict (insz, institution, sector, quality, phase, period_from) do update set
                period_to = excluded.period_to, last_change = excluded.last_change
            """;
    private static final String PUT_REPLACED =
            """
            insert into replaced_number (insz, replaced_by) select * from unnest(?::text[], ?::text[])
            on conflict (insz) do update set replaced_by = excluded.replaced_by
            """;

    private final Database database;

    RegisterWriter(Database database) {
        this.database = database;
    }

    /** Fills the parameters of a statement. */
    @FunctionalInterface
    private interface Filling {
        void fill(Columns columns) throws SQLException;
    }

    private record Of<T>(Institution institution, int rank, T value) {}

    /** Registers institutions, each with all its competences and accepted documents. */
    public void putInstitutions(Collection<Institution> institutions) {
        List<Institution> all = lastOfEach(institutions, Institution::id);
        List<Of<Competence>> competences = ofEach(all, Institution::competences);
        List<Of<DocumentType>> accepted = ofEach(all, Institution::accepts);
        database.write(connection -> {
            run(connection, PUT_INSTITUTIONS, columns -> {
                columns.text(all, Institution::id)
                        .text(all, Institution::name)
                        .text(all, i -> i.network().name())
                        .add("int4", all, Institution::sector);
                addPeriod(columns, all, Institution::active);
            });
            run(connection, FORGET_COMPETENCES, columns -> columns.text(all, Institution::id));
            run(connection, PUT_COMPETENCES, columns -> {
                columns.text(competences, c -> c.institution().id())
                        .text(competences, c -> c.value().process())
                        .text(competences, c -> c.value().role().name());
                addPeriod(columns, competences, c -> c.value().period());
            });
            run(connection, FORGET_ACCEPTED, columns -> columns.text(all, Institution::id));
            run(connection, PUT_ACCEPTED, columns -> columns.text(
                            accepted, a -> a.institution().id())
                    .add("int4", accepted, Of::rank)
                    .text(accepted, a -> a.value().code())
                    .text(accepted, a -> a.value().version()));
            return true;
        });
    }

    /** Registers authorisations; the key is number, sender, receiver, document and legal context. */
    public void putAuthorisations(Collection<Authorisation> authorisations) {
        List<Authorisation> all = lastOfEach(
                authorisations, a -> List.of(a.number(), a.sender(), a.receiver(), a.documentCode(), a.legalContext()));
        database.write(connection -> run(connection, PUT_AUTHORISATIONS, columns -> {
            columns.text(all, Authorisation::number)
                    .text(all, Authorisation::sender)
                    .text(all, Authorisation::receiver)
                    .text(all, Authorisation::documentCode)
                    .text(all, Authorisation::legalContext)
                    .text(all, a -> String.join(" ", a.senderQualities()))
                    .text(all, a -> String.join(" ", a.receiverQualities()))
                    .add("int4", all, Authorisation::minimumPhase);
            addPeriod(columns, all, Authorisation::period);
        }));
    }

    /**
     * Adds directory lines; the key is all but the end and the day of the last change. In transactions of some thousands
     * of lines: after a failure, put them again.
     */
    public void putDirectoryLines(Collection<DirectoryLine> lines) {
        record Key(Insz insz, Object institution, int sector, String quality, int phase, LocalDate from) {}
        List<DirectoryLine> all = lastOfEach(
                lines,
                l -> new Key(
                        l.insz(),
                        l.institution(),
                        l.sector(),
                        l.quality(),
                        l.phase(),
                        l.period().from()));
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<DirectoryLine> chunk = all.subList(from, Math.min(all.size(), from + CHUNK));
            database.write(connection -> run(connection, PUT_LINES, columns -> {
                columns.text(chunk, l -> l.insz().digits())
                        .text(chunk, DirectoryLine::institution)
                        .add("int4", chunk, DirectoryLine::sector)
                        .text(chunk, DirectoryLine::quality)
                        .add("int4", chunk, DirectoryLine::phase);
                addPeriod(columns, chunk, DirectoryLine::period);
                columns.add("date", chunk, DirectoryLine::lastChange);
            }));
        }
    }

    /** Notes replaced numbers: old to present. */
    public void putReplacedNumbers(Map<Insz, Insz> presentByOld) {
        Collection<Map.Entry<Insz, Insz>> all = presentByOld.entrySet();
        database.write(connection -> run(connection, PUT_REPLACED, columns -> columns.text(
                        all, e -> e.getKey().digits())
                .text(all, e -> e.getValue().digits())));
    }

    private static <T> void addPeriod(Columns columns, Collection<T> rows, Function<T, Period> period)
            throws SQLException {
        columns.add("date", rows, row -> period.apply(row).from()).add("date", rows, row -> endOf(period.apply(row)));
    }

    private static @Nullable Object endOf(Period period) {
        return period.to().orElse(null);
    }

    private static int run(Connection connection, String sql, Filling filling) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            filling.fill(new Columns(statement));
            return statement.executeUpdate();
        }
    }

    /** PostgreSQL refuses to replace one row twice in one statement: the last one given counts. */
    private static <T> List<T> lastOfEach(Collection<T> rows, Function<T, Object> key) {
        Map<Object, T> byKey = LinkedHashMap.newLinkedHashMap(rows.size());
        rows.forEach(row -> byKey.put(Objects.requireNonNull(key.apply(row)), row));
        return List.copyOf(byKey.values());
    }

    private static <T> List<Of<T>> ofEach(List<Institution> institutions, Function<Institution, List<T>> values) {
        var all = new ArrayList<Of<T>>();
        for (Institution institution : institutions) {
            int rank = 0;
            for (T value : values.apply(institution)) {
                all.add(new Of<>(institution, rank++, value));
            }
        }
        return all;
    }
}
