package be.kruispunt.store;

import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstitutionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * A file that was not taken as a whole.
 *
 * @param folder whose folder it lay in: who made it was perhaps never proved
 * @param name the file's
 * @param code why
 * @param digest of the file, as far as it was read
 */
public record RefusedFile(InstitutionId folder, String name, String code, Optional<Digest> digest, Instant at) {
    static RefusedFile read(ResultSet row) throws SQLException {
        return new RefusedFile(
                InstitutionId.of(row.getString("asker")),
                row.getString("name"),
                row.getString("code"),
                Optional.ofNullable(row.getString("digest")).map(Digest::ofHex),
                Rows.instant(row, "refused_at"));
    }
}
