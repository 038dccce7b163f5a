package be.kruispunt.store;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.rights.SchemeCode;
import be.kruispunt.model.rights.Validity;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A supplier that is told of its customers without asking: of all in every quarter, of changes every day. Whether it may is decided
 * at each run, as for any question.
 *
 * @param supplier who
 * @param scheme which right
 * @param purpose for which purpose
 * @param valid on which days
 */
public record Subscription(InstitutionId supplier, SchemeCode scheme, LegalContext purpose, Validity valid) {
    static Subscription read(ResultSet row) throws SQLException {
        return new Subscription(
                InstitutionId.of(row.getString("supplier")),
                SchemeCode.of(row.getString("scheme")),
                LegalContext.of(row.getString("purpose")),
                Rows.validity(row));
    }
}
