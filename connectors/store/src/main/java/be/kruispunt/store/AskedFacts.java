package be.kruispunt.store;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.rights.AskedPerson;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a question is answered from.
 *
 * @param known the moment as of which it was so
 * @param stopped whether the asker's questions are stopped until somebody looks
 * @param reported when each source reported last
 * @param customers by whom was asked about: the asker's customers that it may be, in the order of their references; none for who
 *     is not one
 */
public record AskedFacts(
        Instant known,
        boolean stopped,
        Map<InstitutionId, Instant> reported,
        Map<AskedPerson, List<CustomerRights>> customers) {
    public AskedFacts {
        reported = Map.copyOf(reported);
        customers = Map.copyOf(customers);
    }
}
