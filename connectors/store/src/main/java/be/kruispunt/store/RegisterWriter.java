package be.kruispunt.store;

import be.kruispunt.access.Authorisation;
import be.kruispunt.access.DirectoryLine;
import be.kruispunt.access.Institution;
import be.kruispunt.access.RegisterDifference;
import be.kruispunt.access.RegisterDifference.Change;
import be.kruispunt.access.RegisterState;
import be.kruispunt.access.ReplacedNumber;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Changes the register and the reference directory. The history keeps every former text (the tables' triggers do), so a
 * decision of last year can still be explained.
 */
public final class RegisterWriter {
    private static final int CHUNK = 20_000;

    private final Database database;

    RegisterWriter(Database database) {
        this.database = database;
    }

    /** Work on the register's tables. */
    @FunctionalInterface
    private interface Writing {
        void on(RegisterSql sql) throws SQLException;
    }

    private void write(Writing writing) {
        database.write(connection -> {
            writing.on(new RegisterSql(connection));
            return true;
        });
    }

    /** Registers institutions, each with all its competences and accepted documents. */
    public void putInstitutions(Collection<Institution> institutions) {
        List<Institution> all = lastOfEach(institutions, Institution::id);
        write(sql -> sql.putInstitutions(all));
    }

    /** Registers authorisations; the key is number, sender, receiver, document and legal context. */
    public void putAuthorisations(Collection<Authorisation> authorisations) {
        List<Authorisation> all = lastOfEach(authorisations, Authorisation::key);
        write(sql -> sql.putAuthorisations(all));
    }

    /**
     * Adds directory lines; the key is all but the end and the day of the last change. In transactions of some thousands
     * of lines: after a failure, put them again.
     */
    public void putDirectoryLines(Collection<DirectoryLine> lines) {
        List<DirectoryLine> all = lastOfEach(lines, DirectoryLine::key);
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<DirectoryLine> chunk = all.subList(from, Math.min(all.size(), from + CHUNK));
            write(sql -> sql.putLines(chunk));
        }
    }

    /** Notes replaced numbers: old to present. */
    public void putReplacedNumbers(Map<Insz, Insz> presentByOld) {
        List<ReplacedNumber> all = presentByOld.entrySet().stream()
                .map(entry -> new ReplacedNumber(entry.getKey(), entry.getValue()))
                .toList();
        write(sql -> sql.putReplacedNumbers(all));
    }

    /** How many directory lines name each of these institutions, where any do: they stand in the way of its removal. */
    public Map<InstitutionId, Long> directoryLines(Set<InstitutionId> institutions) {
        return database.read(connection -> RegisterReader.lines(connection, institutions));
    }

    /**
     * Makes a difference so, in one transaction, all or nothing.
     *
     * @param seen the state from which the difference was made
     * @param persons the persons about whom the state speaks
     * @param who who changes it, for the history
     * @return false, with nothing done, when the register or these persons' lines are not any more as they were seen
     */
    public boolean apply(RegisterState seen, Set<Insz> persons, RegisterDifference difference, String who) {
        return database.write(connection -> {
            RegisterReader.lock(connection);
            if (!RegisterReader.state(connection, persons).equals(seen)) {
                return false;
            }
            var sql = new RegisterSql(connection);
            sql.changedBy(who);
            apply(sql, difference);
            return true;
        });
    }

    /** Institutions come before, and go after, what names them. A statement that has nothing to do is not sent. */
    private static void apply(RegisterSql sql, RegisterDifference difference) throws SQLException {
        unlessEmpty(gone(difference.authorisations()), sql::removeAuthorisations);
        unlessEmpty(gone(difference.lines()), sql::removeLines);
        unlessEmpty(gone(difference.institutions()), sql::removeInstitutions);
        unlessEmpty(put(difference.institutions()), sql::putInstitutions);
        unlessEmpty(put(difference.authorisations()), sql::putAuthorisations);
        unlessEmpty(put(difference.lines()), sql::putLines);
        unlessEmpty(gone(difference.replacedNumbers()), sql::removeReplacedNumbers);
        unlessEmpty(put(difference.replacedNumbers()), sql::putReplacedNumbers);
    }

    /** A statement over rows. */
    @FunctionalInterface
    private interface Statement<T> {
        void over(List<T> rows) throws SQLException;
    }

    private static <T> void unlessEmpty(List<T> rows, Statement<T> statement) throws SQLException {
        if (!rows.isEmpty()) {
            statement.over(rows);
        }
    }

    private static <T> List<T> put(List<Change<T>> changes) {
        return changes.stream().flatMap(change -> change.after().stream()).toList();
    }

    private static <T> List<T> gone(List<Change<T>> changes) {
        return changes.stream()
                .filter(Change::isRemoval)
                .flatMap(change -> change.before().stream())
                .toList();
    }

    /** PostgreSQL refuses to replace one row twice in one statement: the last one given counts. */
    private static <T> List<T> lastOfEach(Collection<T> rows, Function<T, Object> key) {
        Map<Object, T> byKey = LinkedHashMap.newLinkedHashMap(rows.size());
        rows.forEach(row -> byKey.put(Objects.requireNonNull(key.apply(row)), row));
        return List.copyOf(byKey.values());
    }
}
