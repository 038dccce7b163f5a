package be.kruispunt.store;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of a document.
 *
 * @param ticket of the message that it came of
 * @param receiver whose document it is
 * @param document the code of its type; absent where the broker had it before a receiver could get several
 * @param takenAt when its receiver accepted it
 * @param returnedAt when its receiver rejected it, last
 */
public record SettledDelivery(
        Ticket ticket,
        InstitutionId receiver,
        Optional<String> document,
        Optional<Instant> takenAt,
        Optional<Instant> returnedAt) {}
