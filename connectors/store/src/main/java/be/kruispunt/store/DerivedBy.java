package be.kruispunt.store;

/**
 * By which schemes everybody was derived. What is reported is derived by the schemes of the hub that takes it in; of whom nothing is
 * reported the rights stay as they were, also where a law has changed.
 */
public final class DerivedBy {
    private static final String USE =
            """
            insert into rights_schemes (fingerprint, what)
            select k.fingerprint, 'USED' from (values (?::text)) as k (fingerprint)
            where k.fingerprint is distinct from (
                select s.fingerprint from rights_schemes s where s.what = 'USED' order by s.id desc limit 1)
            """;

    private static final String NOBODY_YET =
            """
            insert into rights_schemes (fingerprint, what)
            select k.fingerprint, 'DERIVED' from (values (?::text)) as k (fingerprint)
            where not exists (select from social_status)
            """;

    private static final String DONE = "insert into rights_schemes (fingerprint, what) values (?, 'DERIVED')";

    /** Since a hub began to use them: what was derived while one still used others may have been derived by these again. */
    private static final String IS_DONE =
            """
            select exists (
                select from (select * from rights_schemes where what = 'USED' order by id desc limit 1) u
                join rights_schemes d on d.what = 'DERIVED' and d.id > u.id and d.fingerprint = u.fingerprint
                where u.fingerprint = ?)
            """;

    private final Database database;

    DerivedBy(Database database) {
        this.database = database;
    }

    /** Notes that a hub works by these schemes from now on. Where nothing was ever reported nobody has to be derived. */
    public void use(String fingerprint) {
        write(USE, fingerprint);
        write(NOBODY_YET, fingerprint);
    }

    /** Notes that everybody was derived by these. */
    public void done(String fingerprint) {
        write(DONE, fingerprint);
    }

    private void write(String change, String fingerprint) {
        database.write(connection -> {
            try (var statement = connection.prepareStatement(change)) {
                new Columns(statement).text(fingerprint);
                return statement.executeUpdate();
            }
        });
    }

    /** Whether the rights of everybody are those that follow by these. */
    public boolean isDone(String fingerprint) {
        return database.read(connection -> {
            try (var statement = connection.prepareStatement(IS_DONE)) {
                new Columns(statement).text(fingerprint);
                return Rows.list(statement.executeQuery(), row -> row.getBoolean(1))
                        .getFirst();
            }
        });
    }
}
