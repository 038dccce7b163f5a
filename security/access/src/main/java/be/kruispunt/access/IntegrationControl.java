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

/** Whether both sides have integrated every person of a message, as its authorisation asks. */
final class IntegrationControl {
    /** One side of an exchange, with the refusal codes of that side. */
    private record Side(
            InstitutionId institution, Set<String> qualities, RefusalCode notIntegrated, RefusalCode phaseTooLow) {}

    Optional<Refusal> check(AccessRequest request, Authorisation authorisation, DirectoryExtract directory) {
        return check(List.of(sender(authorisation), receiver(authorisation)), request, authorisation, directory);
    }

    /** The sender's side alone. */
    Optional<Refusal> checkSender(AccessRequest request, Authorisation authorisation, DirectoryExtract directory) {
        return check(List.of(sender(authorisation)), request, authorisation, directory);
    }

    private static Side sender(Authorisation authorisation) {
        return new Side(
                authorisation.sender(), authorisation.senderQualities(), SENDER_NOT_INTEGRATED, SENDER_PHASE_TOO_LOW);
    }

    private static Side receiver(Authorisation authorisation) {
        return new Side(
                authorisation.receiver(),
                authorisation.receiverQualities(),
                RECEIVER_NOT_INTEGRATED,
                RECEIVER_PHASE_TOO_LOW);
    }

    private static Optional<Refusal> check(
            List<Side> sides, AccessRequest request, Authorisation authorisation, DirectoryExtract directory) {
        if (sides.stream().allMatch(side -> side.qualities().isEmpty())) {
            return Optional.empty();
        }
        List<Insz> persons = request.persons().stream()
                .filter(Insz.class::isInstance)
                .map(Insz.class::cast)
                .distinct()
                .toList();
        if (persons.isEmpty()) {
            return Optional.of(Refusal.of(PERSON_NOT_IDENTIFIED, "authorisation " + authorisation.number()));
        }
        if (persons.stream().anyMatch(directory.replacedBy()::containsKey)) {
            return Optional.of(
                    Refusal.of(NUMBER_REPLACED, "ask the Crossroads Bank's register for the present number"));
        }
        return sides.stream()
                .filter(side -> !side.qualities().isEmpty())
                .flatMap(side ->
                        persons.stream().map(person -> checkSide(side, person, authorisation, request, directory)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Refusal> checkSide(
            Side side, Insz person, Authorisation authorisation, AccessRequest request, DirectoryExtract directory) {
        List<DirectoryLine> lines = directory.on(person, side.institution()).stream()
                .filter(line -> side.qualities().contains(line.quality()))
                .filter(line -> line.period().covers(request.on()))
                .toList();
        if (lines.isEmpty()) {
            return Optional.of(Refusal.of(
                    side.notIntegrated(),
                    side.institution() + " has no dossier in quality " + String.join(" or ", side.qualities())));
        }
        if (lines.stream().noneMatch(line -> line.phase() >= authorisation.minimumPhase())) {
            return Optional.of(Refusal.of(
                    side.phaseTooLow(),
                    side.institution() + " needs phase " + authorisation.minimumPhase() + " or higher"));
        }
        return Optional.empty();
    }
}
