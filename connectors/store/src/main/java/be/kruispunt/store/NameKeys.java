package be.kruispunt.store;

import be.kruispunt.model.matching.NameKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Several spellings in one value: a key has no space, so a space stands between them on the way in. */
final class NameKeys {
    private NameKeys() {}

    static String write(Collection<NameKey> keys) {
        return keys.stream().map(NameKey::value).sorted().collect(Collectors.joining(" "));
    }

    static Set<NameKey> read(ResultSet row, String column) throws SQLException {
        return Rows.texts(row, column).stream().map(NameKey::new).collect(Collectors.toUnmodifiableSet());
    }
}
