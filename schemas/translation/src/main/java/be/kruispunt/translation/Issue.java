package be.kruispunt.translation;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.message.Header;
import java.time.LocalDate;

/**
 * Who issued a document, and when. A SED leaves that to its message: it names institutions of both sides and does not
 * say which of them sends it.
 *
 * @param date the day that the sender's clock showed
 */
public record Issue(InstitutionId institution, LocalDate date) {
    public static Issue of(Header header) {
        return new Issue(header.sender(), header.createdOn());
    }
}
