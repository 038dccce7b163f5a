package be.kruispunt.access;

import static be.kruispunt.model.outcome.RefusalCode.LEGAL_CONTEXT_NOT_ALLOWED;
import static be.kruispunt.model.outcome.RefusalCode.NOT_AUTHORISED;
import static be.kruispunt.model.outcome.RefusalCode.NOT_COMPETENT;
import static be.kruispunt.model.outcome.RefusalCode.NO_RECEIVER;
import static be.kruispunt.model.outcome.RefusalCode.UNKNOWN_INSTITUTION;

import be.kruispunt.model.cases.CaseRole;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.outcome.Refusal;
import be.kruispunt.model.outcome.RefusalCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The integration control of the Crossroads Bank: sender and receiver are competent, an authorisation covers the
 * exchange for the stated purpose, and both have integrated every person in a quality and phase that it asks for.
 */
public final class AccessPolicy {
    private final IntegrationControl integration = new IntegrationControl();

    /** Decides; the first check that fails gives the reason. */
    public AccessDecision decide(AccessRequest request, Register register, DirectoryExtract directory) {
        if (register.active(request.sender(), request.on()).isEmpty()) {
            return denied(UNKNOWN_INSTITUTION, "the sender " + request.sender() + " is not registered");
        }
        if (request.receivers().isEmpty()) {
            Optional<Refusal> unknown = senderKnowsNobody(request, register, directory);
            if (unknown.isPresent()) {
                return new AccessDecision.Denied(unknown.get());
            }
        }
        List<InstitutionId> ids =
                request.receivers().isEmpty() ? receiversThatKnow(request, register, directory) : request.receivers();
        if (ids.isEmpty()) {
            return denied(NO_RECEIVER, "no institution that knows the person may receive " + request.documentCode());
        }
        var receivers = new ArrayList<Institution>();
        var grounds = new ArrayList<String>();
        for (InstitutionId id : ids) {
            Optional<Institution> receiver = register.active(id, request.on());
            if (receiver.isEmpty()) {
                return denied(UNKNOWN_INSTITUTION, "the receiver " + id + " is not registered");
            }
            Optional<Refusal> incompetent = competence(request, receiver.get(), register);
            if (incompetent.isPresent()) {
                return new AccessDecision.Denied(incompetent.get());
            }
            Ground ground = ground(request, id, register);
            if (ground.refusal().isPresent()) {
                return new AccessDecision.Denied(ground.refusal().get());
            }
            Authorisation authorisation = ground.authorisation().orElseThrow();
            Optional<Refusal> notIntegrated = integration.check(request, authorisation, directory);
            if (notIntegrated.isPresent()) {
                return new AccessDecision.Denied(notIntegrated.get());
            }
            receivers.add(receiver.get());
            grounds.add(authorisation.number());
        }
        return new AccessDecision.Granted(receivers, grounds);
    }

    /**
     * Asked before the directory is looked into for receivers: whether there is one would tell a sender, about a person
     * that it does not know, that others do.
     */
    private Optional<Refusal> senderKnowsNobody(AccessRequest request, Register register, DirectoryExtract directory) {
        List<Optional<Refusal>> refusals = forPurpose(request, register)
                .map(authorisation -> integration.checkSender(request, authorisation, directory))
                .toList();
        return refusals.stream().allMatch(Optional::isPresent)
                ? refusals.stream().flatMap(Optional::stream).findFirst()
                : Optional.empty();
    }

    private static Stream<Authorisation> forPurpose(AccessRequest request, Register register) {
        return register.authorisations(request.sender(), request.documentCode(), request.on()).stream()
                .filter(a -> a.legalContext().equals(request.legalContext()));
    }

    private static List<InstitutionId> receiversThatKnow(
            AccessRequest request, Register register, DirectoryExtract directory) {
        return forPurpose(request, register)
                .map(Authorisation::receiver)
                .distinct()
                .filter(receiver -> directory.lines().stream()
                        .anyMatch(line -> line.institution().equals(receiver)
                                && line.period().covers(request.on())))
                .sorted()
                .toList();
    }

    private static Optional<Refusal> competence(AccessRequest request, Institution receiver, Register register) {
        CaseRole role = request.senderRole();
        Institution sender = register.active(request.sender(), request.on()).orElseThrow();
        if (!sender.isCompetent(request.process(), role, request.on())) {
            return Optional.of(notCompetent("sender", sender, request.process(), role));
        }
        if (!receiver.isCompetent(request.process(), role.other(), request.on())) {
            return Optional.of(notCompetent("receiver", receiver, request.process(), role.other()));
        }
        return Optional.empty();
    }

    private static Refusal notCompetent(String side, Institution institution, String process, CaseRole role) {
        return Refusal.of(
                NOT_COMPETENT,
                "the " + side + " " + institution.id() + " is not competent for " + process + " as " + role);
    }

    /** The authorisation that allows it, or why none does: one of the two. */
    private record Ground(Optional<Authorisation> authorisation, Optional<Refusal> refusal) {}

    private static Ground ground(AccessRequest request, InstitutionId receiver, Register register) {
        List<Authorisation> between =
                register.authorisations(request.sender(), request.documentCode(), request.on()).stream()
                        .filter(a -> a.receiver().equals(receiver))
                        .toList();
        Optional<Authorisation> forPurpose = between.stream()
                .filter(a -> a.legalContext().equals(request.legalContext()))
                .findFirst();
        if (forPurpose.isPresent()) {
            return new Ground(forPurpose, Optional.empty());
        }
        RefusalCode code = between.isEmpty() ? NOT_AUTHORISED : LEGAL_CONTEXT_NOT_ALLOWED;
        String detail = request.documentCode() + " from " + request.sender() + " to " + receiver
                + (between.isEmpty() ? "" : " for " + request.legalContext());
        return new Ground(Optional.empty(), Optional.of(Refusal.of(code, detail)));
    }

    private static AccessDecision denied(RefusalCode code, String detail) {
        return new AccessDecision.Denied(Refusal.of(code, detail));
    }
}
