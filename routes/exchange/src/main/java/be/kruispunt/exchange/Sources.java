package be.kruispunt.exchange;

import be.kruispunt.documents.ReadDocument;
import be.kruispunt.model.id.PersonNumber;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.message.Provenance;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a document for a receiver is made of.
 *
 * @param ticket of the message in hand
 * @param documents that of the message, and those of earlier ones, in the order of the table
 * @param earlier the messages from which the others come
 */
record Sources(Ticket ticket, List<ReadDocument> documents, List<Provenance.Earlier> earlier) {
    Sources {
        documents = List.copyOf(documents);
        earlier = List.copyOf(earlier);
    }

    static Sources alone(Correlated correlated) {
        return new Sources(correlated.received().ticket(), List.of(correlated.document()), List.of());
    }

    List<Ticket> tickets() {
        return Stream.concat(Stream.of(ticket), earlier.stream().map(Provenance.Earlier::ticket))
                .toList();
    }

    List<PersonNumber> persons() {
        return documents.stream()
                .flatMap(document -> document.facts().persons().stream())
                .distinct()
                .toList();
    }

    /** With which earlier messages; empty for none. */
    @Override
    public String toString() {
        return earlier.isEmpty()
                ? ""
                : " together with "
                        + earlier.stream().map(one -> one.ticket().toString()).collect(Collectors.joining(", "));
    }
}
