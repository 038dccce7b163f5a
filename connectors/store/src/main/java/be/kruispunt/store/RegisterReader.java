package be.kruispunt.store;

import be.kruispunt.access.Authorisation;
import be.kruispunt.access.Competence;
import be.kruispunt.access.DirectoryLine;
import be.kruispunt.access.Institution;
import be.kruispunt.access.Network;
import be.kruispunt.access.RegisterState;
import be.kruispunt.access.ReplacedNumber;
import be.kruispunt.model.cases.CaseRole;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.message.LegalContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reads the register from its tables. */
final class RegisterReader {
    private RegisterReader() {}

    private record Of<T>(InstitutionId institution, T value) {}

    static long version(Connection connection) throws SQLException {
        return ask(connection, "select version from register_version", row -> row.getLong(1))
                .getFirst();
    }

    /** Other writers of the register wait until this transaction ends. */
    static void lock(Connection connection) throws SQLException {
        ask(connection, "select version from register_version for update", row -> row.getLong(1));
    }

    static List<Institution> institutions(Connection connection) throws SQLException {
        Map<InstitutionId, List<Competence>> competences = grouped(ask(
                connection,
                "select institution, process, role, period_from, period_to from competence",
                row -> new Of<>(
                        institutionOf(row),
                        new Competence(
                                row.getString("process"),
                                CaseRole.valueOf(row.getString("role")),
                                Rows.period(row, "period_from", "period_to")))));
        Map<InstitutionId, List<DocumentType>> accepted = grouped(ask(
                connection,
                "select institution, code, version from accepted_document order by institution, rank",
                row -> new Of<>(institutionOf(row), DocumentType.of(row.getString("code"), row.getString("version")))));
        return ask(
                connection,
                "select id, name, network, sector, active_from, active_to from institution order by id",
                row -> {
                    InstitutionId id = InstitutionId.of(row.getString("id"));
                    return new Institution(
                            id,
                            row.getString("name"),
                            Network.valueOf(row.getString("network")),
                            row.getInt("sector"),
                            Rows.period(row, "active_from", "active_to"),
                            competences.getOrDefault(id, List.of()),
                            accepted.getOrDefault(id, List.of()));
                });
    }

    static List<Authorisation> authorisations(Connection connection) throws SQLException {
        return ask(
                connection,
                """
                select number, sender, receiver, document_code, legal_context, sender_qualities, receiver_qualities,
                    minimum_phase, period_from, period_to, rights
                from authorisation
                order by number, sender, receiver, document_code, legal_context
                """,
                row -> new Authorisation(
                        row.getString("number"),
                        InstitutionId.of(row.getString("sender")),
                        InstitutionId.of(row.getString("receiver")),
                        row.getString("document_code"),
                        LegalContext.of(row.getString("legal_context")),
                        Set.copyOf(Rows.texts(row, "sender_qualities")),
                        Set.copyOf(Rows.texts(row, "receiver_qualities")),
                        row.getInt("minimum_phase"),
                        Rows.period(row, "period_from", "period_to"),
                        Set.copyOf(Rows.texts(row, "rights"))));
    }

    static RegisterState state(Connection connection, Set<Insz> persons) throws SQLException {
        Map<Insz, Insz> replacedBy = new HashMap<>();
        about(
                        connection,
                        "select insz, replaced_by from replaced_number where insz = any(?)",
                        persons,
                        RegisterReader::replaced)
                .forEach(replaced -> replacedBy.put(replaced.number(), replaced.by()));
        return new RegisterState(
                version(connection),
                institutions(connection),
                authorisations(connection),
                new HashSet<>(about(
                        connection,
                        "select insz, institution, sector, quality, phase, period_from, period_to, last_change"
                                + " from directory_line where insz = any(?)",
                        persons,
                        Rows::directoryLine)),
                replacedBy);
    }

    /** Reads the whole table, which is seldom asked: only when institutions go. */
    static Map<InstitutionId, Long> lines(Connection connection, Set<InstitutionId> institutions) throws SQLException {
        if (institutions.isEmpty()) {
            return Map.of();
        }
        try (var statement = connection.prepareStatement("select institution, count(*) from directory_line"
                + " where institution = any(?) group by institution")) {
            new Columns(statement).text(institutions, InstitutionId::value);
            return Rows.list(statement.executeQuery(), row -> Map.entry(institutionOf(row), row.getLong(2))).stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }
    }

    /** Row by row, with a cursor: the directory of a country does not fit into the heap. */
    static void directory(Connection connection, Consumer<DirectoryLine> lines, Consumer<ReplacedNumber> replaced)
            throws SQLException {
        each(
                connection,
                "select insz, institution, sector, quality, phase, period_from, period_to, last_change from"
                        + " directory_line order by insz, institution, sector, quality, phase, period_from",
                row -> lines.accept(Rows.directoryLine(row)));
        each(
                connection,
                "select insz, replaced_by from replaced_number order by insz",
                row -> replaced.accept(replaced(row)));
    }

    /** What is done with a row. */
    @FunctionalInterface
    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private static void each(Connection connection, String sql, Row reader) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(5_000);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    private static ReplacedNumber replaced(ResultSet row) throws SQLException {
        return new ReplacedNumber(Insz.of(row.getString("insz")), Insz.of(row.getString("replaced_by")));
    }

    private static InstitutionId institutionOf(ResultSet row) throws SQLException {
        return InstitutionId.of(row.getString("institution"));
    }

    private static <T> Map<InstitutionId, List<T>> grouped(List<Of<T>> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(Of::institution, Collectors.mapping(Of::value, Collectors.toList())));
    }

    static <T> List<T> ask(Connection connection, String sql, Rows.Mapper<T> mapper) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            return Rows.list(statement.executeQuery(), mapper);
        }
    }

    private static <T> List<T> about(Connection connection, String sql, Collection<Insz> persons, Rows.Mapper<T> mapper)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            new Columns(statement).text(persons, Insz::digits);
            return Rows.list(statement.executeQuery(), mapper);
        }
    }
}
