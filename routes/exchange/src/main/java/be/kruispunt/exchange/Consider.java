package be.kruispunt.exchange;

import static be.kruispunt.model.outcome.RefusalCode.NOT_FOR_THE_HUB;

import be.kruispunt.buffer.Addressed;
import be.kruispunt.buffer.Decision;
import be.kruispunt.documents.RightsReader;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.outcome.Refusal;
import be.kruispunt.model.rights.RightsMessage;
import be.kruispunt.store.Effect;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Decides on what is addressed to the hub itself. That is in no case and is not translated, so it goes on at Sign (decision 0026).
 */
public final class Consider {
    private final InstitutionId hub;
    private final Function<Addressed, Decision> desk;

    /**
     * Sets up.
     *
     * @param desk decides; it reads, and writes nothing
     */
    public Consider(InstitutionId hub, Function<Addressed, Decision> desk) {
        this.hub = hub;
        this.desk = desk;
    }

    /** Nothing where the message is for others. Refuses with NOT_FOR_THE_HUB, and with the codes of the desk. */
    public Optional<Result<Considered>> consider(Authorised authorised) {
        if (!authorised.receivers().equals(List.of(hub))) {
            return Optional.empty();
        }
        return Optional.of(RightsReader.read(authorised.document())
                .map(message -> decided(authorised, message))
                .orElseGet(() ->
                        Result.refused(NOT_FOR_THE_HUB, authorised.document().type() + " is for an institution")));
    }

    private Result<Considered> decided(Authorised authorised, RightsMessage message) {
        var addressed = new Addressed(
                authorised.received().ticket(),
                authorised.header(),
                message,
                authorised.received().origin().arrivedAt(),
                authorised.granted().rights());
        return switch (desk.apply(addressed)) {
            case Decision.Taken(var lines, var persons, var answer, var effect) ->
                Result.passed(new Considered(
                        authorised,
                        new Decision.Taken(lines, persons, answer, metered(authorised.received(), effect))));
            case Decision.Refused(Refusal refusal, Effect effect) ->
                new Result.Refused<>(refusal, Optional.empty(), metered(authorised.received(), effect));
        };
    }

    /** What follows from a message can cost more than all its steps: whose it is pays for it, and not the batch. */
    private static Effect metered(Received received, Effect effect) {
        return (connection, ticket, at) -> {
            long began = System.nanoTime();
            try {
                effect.write(connection, ticket, at);
            } finally {
                received.origin().meter().add(System.nanoTime() - began);
            }
        };
    }
}
