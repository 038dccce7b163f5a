package be.kruispunt.store;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.rights.RightsQuestion;
import be.kruispunt.model.rights.SchemeCode;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What is looked up of a supplier's customers.
 *
 * @param supplier whose customers
 * @param scheme which right of theirs
 * @param day as of which who has no number is found by name and address
 * @param known the moment as of which is looked
 */
public record Sought(InstitutionId supplier, SchemeCode scheme, LocalDate day, Instant known) {
    static Sought by(RightsQuestion question, Instant known) {
        return new Sought(question.asker(), question.scheme(), question.day(), known);
    }
}
