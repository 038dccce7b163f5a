package be.kruispunt.store;

import be.kruispunt.access.DirectoryExtract;
import be.kruispunt.access.DirectoryLine;
import be.kruispunt.access.Register;
import be.kruispunt.model.cases.CaseFile;
import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstanceId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.id.Ticket;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the facts that a batch is decided on. */
final class LookUp {
    private static final String LOOK_UP = Sql.read("look-up.sql");

    private final Database database;
    private final RegisterCache registers;
    private final Cases cases;
    private final Repeats repeats;

    LookUp(Database database, RegisterCache registers, Cases cases) {
        this.database = database;
        this.registers = registers;
        this.cases = cases;
        this.repeats = new Repeats(database);
    }

    /** An inbox row that bears the content or the identifier of a message of the batch. */
    record Earlier(
            Ticket ticket,
            InstitutionId user,
            Digest digest,
            Optional<InstanceId> instance,
            boolean isFinal,
            boolean ownsIdentifier,
            boolean delivered) {}

    /** Everything that PostgreSQL said about a batch. */
    private record Facts(
            List<Earlier> earlier,
            Map<CaseId, List<CaseFile>> cases,
            DirectoryExtract directory,
            long registerVersion) {}

    List<Known> lookUp(List<LookUpKey> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        Facts facts = facts(keys);
        Register register = registers.at(facts.registerVersion());
        Map<Ticket, EarlierMessage> earlier = repeats.withBytes(facts.earlier());
        var directory = new Directory(facts.directory());
        return keys.stream()
                .map(key -> known(key, facts, earlier, directory, register))
                .toList();
    }

    private static Known known(
            LookUpKey key, Facts facts, Map<Ticket, EarlierMessage> earlier, Directory directory, Register register) {
        return new Known(
                find(
                        facts.earlier(),
                        earlier,
                        row -> row.isFinal()
                                && row.user().equals(key.user())
                                && row.digest().equals(key.digest())),
                find(
                        facts.earlier(),
                        earlier,
                        row -> row.ownsIdentifier()
                                && row.user().equals(key.user())
                                && key.instance().isPresent()
                                && row.instance().equals(key.instance())),
                key.caseId().stream()
                        .flatMap(id -> facts.cases().getOrDefault(id, List.of()).stream())
                        .filter(file -> file.roleOf(key.user()).isPresent())
                        .toList(),
                directory.on(key.persons()),
                register);
    }

    private static Optional<EarlierMessage> find(
            List<Earlier> rows, Map<Ticket, EarlierMessage> messages, Predicate<Earlier> wanted) {
        return rows.stream().filter(wanted).findFirst().map(row -> messages.get(row.ticket()));
    }

    private Facts facts(List<LookUpKey> keys) {
        Set<Insz> persons = new HashSet<>();
        keys.forEach(key -> persons.addAll(key.persons()));
        List<LookUpKey> named =
                keys.stream().filter(key -> key.instance().isPresent()).toList();
        List<LookUpKey> inCase =
                keys.stream().filter(key -> key.caseId().isPresent()).toList();
        return database.read(connection -> {
            try (var statement = connection.prepareStatement(LOOK_UP)) {
                new Columns(statement)
                        .text(keys, key -> key.user().value())
                        .bytes(keys, key -> key.digest().bytes())
                        .text(named, key -> key.user().value())
                        .uuid(named, key -> key.instance().orElseThrow().value())
                        .uuid(inCase, key -> key.caseId().orElseThrow().value())
                        .text(inCase, key -> key.user().value())
                        .uuid(inCase, key -> key.caseId().orElseThrow().value())
                        .text(persons, Insz::digits)
                        .text(persons, Insz::digits);
                statement.execute();
                return facts(statement);
            }
        });
    }

    private Facts facts(PreparedStatement statement) throws SQLException {
        List<Earlier> earlier = Rows.list(statement.getResultSet(), LookUp::earlier);
        Map<CaseId, List<CaseFile>> caseFiles =
                Rows.list(next(statement), cases::read).stream().collect(Collectors.groupingBy(CaseFile::id));
        List<DirectoryLine> lines = Rows.list(next(statement), Rows::directoryLine);
        Map<Insz, Insz> replacedBy =
                Rows.list(next(statement), row -> Map.entry(Insz.of(row.getString(1)), Insz.of(row.getString(2))))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        long version = Rows.list(next(statement), row -> row.getLong(1)).getFirst();
        return new Facts(earlier, caseFiles, new DirectoryExtract(lines, replacedBy), version);
    }

    private static Earlier earlier(ResultSet row) throws SQLException {
        @Nullable UUID instance = row.getObject("instance", UUID.class);
        return new Earlier(
                new Ticket(row.getObject("ticket", UUID.class)),
                InstitutionId.of(row.getString("institution")),
                Digest.ofHash(row.getBytes("digest")),
                Optional.ofNullable(instance).map(InstanceId::new),
                row.getBoolean("is_final"),
                row.getBoolean("owns_identifier"),
                row.getBoolean("delivered"));
    }

    private static ResultSet next(PreparedStatement statement) throws SQLException {
        statement.getMoreResults();
        return statement.getResultSet();
    }
}
