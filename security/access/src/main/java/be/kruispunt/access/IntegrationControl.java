package be.kruispunt.access;

import static be.kruispunt.model.outcome.RefusalCode.NUMBER_REPLACED;
import static be.kruispunt.model.outcome.RefusalCode.PERSON_NOT_IDENTIFIED;
import static be.kruispunt.model.outcome.RefusalCode.RECEIVER_NOT_INTEGRATED;
import static be.kruispunt.model.outcome.RefusalCode.RECEIVER_PHASE_TOO_LOW;
import static be.kruispunt.model.outcome.RefusalCode.SENDER_NOT_INTEGRATED;
import static be.kruispunt.model.outcome.RefusalCode.SENDER_PHASE_TOO_LOW;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.outcome.Refusal;
import be.kruispunt.model.outcome.RefusalCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether both sides have integrated every person of a message, as an authorisation asks. The questions are asked in the
 * order in which the methods stand: what the register and the receiver know of a person is told to a sender that knows
 * every person of the message itself, and to nobody else (decision 0011).
 */
final class IntegrationControl {
    private final AccessRequest request;
    private final DirectoryExtract directory;
    private final List<Insz> persons;

    IntegrationControl(AccessRequest request, DirectoryExtract directory) {
        this.request = request;
        this.directory = directory;
        this.persons = request.persons().stream()
                .filter(Insz.class::isInstance)
                .map(Insz.class::cast)
                .distinct()
                .toList();
    }

    /** One side of an exchange, with what is asked of it and the refusal codes of that side. */
    private record Side(
            InstitutionId institution,
            Set<String> qualities,
            int minimumPhase,
            RefusalCode notIntegrated,
            RefusalCode phaseTooLow) {

        /** Where no quality is named, any will do, in any phase. */
        private boolean takes(DirectoryLine line) {
            return qualities.isEmpty() || qualities.contains(line.quality());
        }

        private boolean isFarEnough(DirectoryLine line) {
            return qualities.isEmpty() || line.phase() >= minimumPhase;
        }
    }

    /** Whether the document names its persons, and the sender knows each of them. */
    Optional<Refusal> sender(Authorisation authorisation) {
        if (!asksForPersons(authorisation)) {
            return Optional.empty();
        }
        if (persons.isEmpty()) {
            return Optional.of(Refusal.of(PERSON_NOT_IDENTIFIED, "authorisation " + authorisation.number()));
        }
        return check(new Side(
                authorisation.sender(),
                authorisation.senderQualities(),
                authorisation.minimumPhase(),
                SENDER_NOT_INTEGRATED,
                SENDER_PHASE_TOO_LOW));
    }

    /** Whether each person is named by the present number. */
    Optional<Refusal> presentNumber(Authorisation authorisation) {
        return asksForPersons(authorisation) && persons.stream().anyMatch(directory::isReplaced)
                ? Optional.of(Refusal.of(NUMBER_REPLACED, "ask the Crossroads Bank's register for the present number"))
                : Optional.empty();
    }

    /** Whether the receiver knows each person. */
    Optional<Refusal> receiver(Authorisation authorisation) {
        if (!asksOfReceiver(authorisation)) {
            return Optional.empty();
        }
        return check(new Side(
                authorisation.receiver(),
                authorisation.receiverQualities(),
                authorisation.minimumPhase(),
                RECEIVER_NOT_INTEGRATED,
                RECEIVER_PHASE_TOO_LOW));
    }

    /**
     * Whatever is asked of the receiver, its answer tells the sender that the receiver has a file on the person, or has
     * none. So something is asked of the sender too.
     */
    private boolean asksForPersons(Authorisation authorisation) {
        return !authorisation.senderQualities().isEmpty() || asksOfReceiver(authorisation);
    }

    /** A receiver that the directory has to find must stand in it. */
    private boolean asksOfReceiver(Authorisation authorisation) {
        return request.receivers().isEmpty()
                || !authorisation.receiverQualities().isEmpty();
    }

    private Optional<Refusal> check(Side side) {
        return persons.stream()
                .map(person -> check(side, person))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Refusal> check(Side side, Insz person) {
        List<DirectoryLine> lines = directory.on(person, side.institution()).stream()
                .filter(side::takes)
                .filter(line -> line.period().covers(request.on()))
                .toList();
        if (lines.isEmpty()) {
            return Optional.of(Refusal.of(
                    side.notIntegrated(),
                    side.institution() + " has no dossier in "
                            + (side.qualities().isEmpty()
                                    ? "any quality"
                                    : "quality "
                                            + String.join(
                                                    " or ",
                                                    side.qualities().stream()
                                                            .sorted()
                                                            .toList()))));
        }
        if (lines.stream().noneMatch(side::isFarEnough)) {
            return Optional.of(Refusal.of(
                    side.phaseTooLow(), side.institution() + " needs phase " + side.minimumPhase() + " or higher"));
        }
        return Optional.empty();
    }
}
