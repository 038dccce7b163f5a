package be.kruispunt.store;

import be.kruispunt.access.Authorisation;
import be.kruispunt.access.Competence;
import be.kruispunt.access.DirectoryLine;
import be.kruispunt.access.Institution;
import be.kruispunt.access.Period;
import be.kruispunt.access.ReplacedNumber;
import be.kruispunt.model.message.DocumentType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The statements that change the register and the reference directory, on a connection whose transaction is another's. */
final class RegisterSql {
    private static final String PUT_INSTITUTIONS =
            """
            insert into institution (id, name, network, sector, active_from, active_to)
            select * from unnest(?::text[], ?::text[], ?::text[], ?::integer[], ?::date[], ?::date[])
            on conflict (id) do update set name = excluded.name, network = excluded.network, sector = excluded.sector,
                active_from = excluded.active_from, active_to = excluded.active_to
            """;
    private static final String PUT_COMPETENCES =
            """
            insert into competence (institution, process, role, period_from, period_to)
            select * from unnest(?::text[], ?::text[], ?::text[], ?::date[], ?::date[])
            on conflict (institution, process, role, period_from) do update set period_to = excluded.period_to
            """;
    /** What stays is not touched, so that the history tells what changed and no more. */
    private static final String FORGET_COMPETENCES =
            """
            delete from competence where institution = any(?) and (institution, process, role, period_from)
                not in (select * from unnest(?::text[], ?::text[], ?::text[], ?::date[]))
            """;

    private static final String PUT_ACCEPTED =
            """
            insert into accepted_document (institution, rank, code, version)
            select * from unnest(?::text[], ?::integer[], ?::text[], ?::text[])
            on conflict (institution, rank) do update set code = excluded.code, version = excluded.version
            """;
    private static final String FORGET_ACCEPTED =
            """
            delete from accepted_document where institution = any(?) and (institution, rank)
                not in (select * from unnest(?::text[], ?::integer[]))
            """;
    private static final String PUT_AUTHORISATIONS =
            """
            insert into authorisation (number, sender, receiver, document_code, legal_context, sender_qualities,
                receiver_qualities, minimum_phase, period_from, period_to, rights)
            select number, sender, receiver, document_code, legal_context, string_to_array(sender_qualities, ' '),
                string_to_array(receiver_qualities, ' '), minimum_phase, period_from, period_to,
                string_to_array(rights, ' ')
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::integer[],
                ?::date[], ?::date[], ?::text[]) as a (number, sender, receiver, document_code, legal_context,
                sender_qualities, receiver_qualities, minimum_phase, period_from, period_to, rights)
            on conflict (number, sender, receiver, document_code, legal_context) do update set
                sender_qualities = excluded.sender_qualities, receiver_qualities = excluded.receiver_qualities,
                minimum_phase = excluded.minimum_phase, period_from = excluded.period_from,
                period_to = excluded.period_to, rights = excluded.rights
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
    private static final String REMOVE_INSTITUTIONS = "delete from institution where id = any(?)";
    private static final String REMOVE_AUTHORISATIONS =
            """
            delete from authorisation where (number, sender, receiver, document_code, legal_context)
                in (select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[]))
            """;
    private static final String REMOVE_LINES =
            """
            delete from directory_line where (insz, institution, sector, quality, phase, period_from)
                in (select * from unnest(?::text[], ?::text[], ?::integer[], ?::text[], ?::integer[], ?::date[]))
            """;

    private static final String REMOVE_REPLACED =
            "delete from replaced_number where (insz, replaced_by) in (select * from unnest(?::text[], ?::text[]))";

    private final Connection connection;

    RegisterSql(Connection connection) {
        this.connection = connection;
    }

    /** Fills the parameters of a statement. */
    @FunctionalInterface
    private interface Filling {
        void fill(Columns columns) throws SQLException;
    }

    private record Of<T>(Institution institution, int rank, T value) {
        String id() {
            return institution.id().value();
        }
    }

    /** Who makes the changes of this transaction, for the history. */
    void changedBy(String who) throws SQLException {
        try (var statement = connection.prepareStatement("select set_config('kruispunt.changed_by', ?, true)")) {
            statement.setString(1, who);
            statement.execute();
        }
    }

    void putInstitutions(List<Institution> all) throws SQLException {
        List<Of<Competence>> competences = ofEach(all, Institution::competences);
        List<Of<DocumentType>> accepted = ofEach(all, Institution::accepts);
        run(PUT_INSTITUTIONS, columns -> {
            columns.text(all, i -> i.id().value())
                    .text(all, Institution::name)
                    .text(all, i -> i.network().name())
                    .add("int4", all, Institution::sector);
            addPeriod(columns, all, Institution::active);
        });
        run(PUT_COMPETENCES, columns -> {
            addCompetenceKey(columns, competences);
            columns.add("date", competences, c -> endOf(c.value().period()));
        });
        run(FORGET_COMPETENCES, columns -> {
            columns.text(all, i -> i.id().value());
            addCompetenceKey(columns, competences);
        });
        run(PUT_ACCEPTED, columns -> columns.text(accepted, Of::id)
                .add("int4", accepted, Of::rank)
                .text(accepted, a -> a.value().code())
                .text(accepted, a -> a.value().version()));
        run(FORGET_ACCEPTED, columns -> columns.text(all, i -> i.id().value())
                .text(accepted, Of::id)
                .add("int4", accepted, Of::rank));
    }

    private static void addCompetenceKey(Columns columns, List<Of<Competence>> competences) throws SQLException {
        columns.text(competences, Of::id)
                .text(competences, c -> c.value().process())
                .text(competences, c -> c.value().role().name())
                .add("date", competences, c -> c.value().period().from());
    }

    void removeInstitutions(List<Institution> all) throws SQLException {
        run(REMOVE_INSTITUTIONS, columns -> columns.text(all, i -> i.id().value()));
    }

    void putAuthorisations(List<Authorisation> all) throws SQLException {
        run(PUT_AUTHORISATIONS, columns -> {
            addAuthorisationKey(columns, all);
            columns.text(all, a -> String.join(" ", a.senderQualities()))
                    .text(all, a -> String.join(" ", a.receiverQualities()))
                    .add("int4", all, Authorisation::minimumPhase);
            addPeriod(columns, all, Authorisation::period);
            columns.text(all, a -> String.join(" ", a.rights()));
        });
    }

    void removeAuthorisations(List<Authorisation> all) throws SQLException {
        run(REMOVE_AUTHORISATIONS, columns -> addAuthorisationKey(columns, all));
    }

    private static void addAuthorisationKey(Columns columns, List<Authorisation> all) throws SQLException {
        columns.text(all, Authorisation::number)
                .text(all, a -> a.sender().value())
                .text(all, a -> a.receiver().value())
                .text(all, Authorisation::documentCode)
                .text(all, a -> a.legalContext().value());
    }

    void putLines(List<DirectoryLine> all) throws SQLException {
        run(PUT_LINES, columns -> {
            addLineKey(columns, all);
            columns.add("date", all, l -> endOf(l.period())).add("date", all, DirectoryLine::lastChange);
        });
    }

    void removeLines(List<DirectoryLine> all) throws SQLException {
        run(REMOVE_LINES, columns -> addLineKey(columns, all));
    }

    private static void addLineKey(Columns columns, List<DirectoryLine> all) throws SQLException {
        columns.text(all, l -> l.insz().digits())
                .text(all, l -> l.institution().value())
                .add("int4", all, DirectoryLine::sector)
                .text(all, DirectoryLine::quality)
                .add("int4", all, DirectoryLine::phase)
                .add("date", all, l -> l.period().from());
    }

    void putReplacedNumbers(List<ReplacedNumber> all) throws SQLException {
        run(PUT_REPLACED, columns -> addReplaced(columns, all));
    }

    void removeReplacedNumbers(List<ReplacedNumber> all) throws SQLException {
        run(REMOVE_REPLACED, columns -> addReplaced(columns, all));
    }

    private static void addReplaced(Columns columns, List<ReplacedNumber> all) throws SQLException {
        columns.text(all, r -> r.number().digits()).text(all, r -> r.by().digits());
    }

    private static <T> void addPeriod(Columns columns, Collection<T> rows, Function<T, Period> period)
            throws SQLException {
        columns.add("date", rows, row -> period.apply(row).from()).add("date", rows, row -> endOf(period.apply(row)));
    }

    private static @Nullable Object endOf(Period period) {
        return period.to().orElse(null);
    }

    private void run(String sql, Filling filling) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            filling.fill(new Columns(statement));
            statement.executeUpdate();
        }
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
