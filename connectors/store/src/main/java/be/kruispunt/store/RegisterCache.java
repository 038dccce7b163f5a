package be.kruispunt.store;

import be.kruispunt.access.Authorisation;
import be.kruispunt.access.Competence;
import be.kruispunt.access.Institution;
import be.kruispunt.access.Network;
import be.kruispunt.access.Register;
import be.kruispunt.model.cases.CaseRole;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.message.LegalContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The register in memory, as long as its version is the one in PostgreSQL. Whoever changes a register table bumps that
 * version (a trigger does), and every look-up brings it along; so a withdrawn authorisation holds for no later batch.
 */
final class RegisterCache {
    private final Database database;
    private volatile @Nullable Loaded loaded;

    RegisterCache(Database database) {
        this.database = database;
    }

    private record Loaded(long version, Register register) {}

    private record Of<T>(InstitutionId institution, T value) {}

    /** The register as it stands. */
    Register now() {
        return at(database.read(RegisterCache::version));
    }

    /** The register of this version or a later one. */
    Register at(long version) {
        Loaded present = loaded;
        if (present == null || present.version() < version) {
            present = load(version);
        }
        return present.register();
    }

    private synchronized Loaded load(long version) {
        Loaded present = loaded;
        if (present == null || present.version() < version) {
            present = database.readAtOneMoment(connection -> new Loaded(
                    version(connection), new Register(institutions(connection), authorisations(connection))));
            loaded = present;
        }
        return present;
    }

    private static long version(Connection connection) throws SQLException {
        return ask(connection, "select version from register_version", row -> row.getLong(1))
                .getFirst();
    }

    private static List<Institution> institutions(Connection connection) throws SQLException {
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
        return ask(connection, "select id, name, network, sector, active_from, active_to from institution", row -> {
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

    private static List<Authorisation> authorisations(Connection connection) throws SQLException {
        return ask(
                connection,
                """
                select number, sender, receiver, document_code, legal_context, sender_qualities, receiver_qualities,
                    minimum_phase, period_from, period_to
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
                        Rows.period(row, "period_from", "period_to")));
    }

    private static InstitutionId institutionOf(ResultSet row) throws SQLException {
        return InstitutionId.of(row.getString("institution"));
    }

    private static <T> Map<InstitutionId, List<T>> grouped(List<Of<T>> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(Of::institution, Collectors.mapping(Of::value, Collectors.toList())));
    }

    private static <T> List<T> ask(Connection connection, String sql, Rows.Mapper<T> mapper) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            return Rows.list(statement.executeQuery(), mapper);
        }
    }
}
