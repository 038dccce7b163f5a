package be.kruispunt.store;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.rights.CustomerChange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a supplier says of its customers, at once.
 *
 * @param supplier the supplier, as proved
 * @param toldBy the ticket of the message, or the command
 * @param arrivedAt when the message arrived: what arrived later under a reference is not undone; absent where it is no message
 * @param changes in their order
 */
public record CustomerReport(
        InstitutionId supplier, String toldBy, Optional<Instant> arrivedAt, List<CustomerChange> changes) {
    public CustomerReport {
        changes = List.copyOf(changes);
    }

    /** Told otherwise than by message. */
    public CustomerReport(InstitutionId supplier, String toldBy, List<CustomerChange> changes) {
        this(supplier, toldBy, Optional.empty(), changes);
    }

    /** The same without what is not taken; an outcome for each, in its order. */
    public CustomerReport taken(List<ChangeOutcome> outcomes) {
        return new CustomerReport(
                supplier,
                toldBy,
                arrivedAt,
                IntStream.range(0, changes.size())
                        .filter(i -> outcomes.get(i) == ChangeOutcome.TAKEN)
                        .mapToObj(changes::get)
                        .toList());
    }
}
