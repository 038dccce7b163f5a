package be.kruispunt.access;

import static be.kruispunt.model.outcome.RefusalCode.LEGAL_CONTEXT_NOT_ALLOWED;
import static be.kruispunt.model.outcome.RefusalCode.NOT_AUTHORISED;
import static be.kruispunt.model.outcome.RefusalCode.NOT_COMPETENT;
import static be.kruispunt.model.outcome.RefusalCode.NO_RECEIVER;
import static be.kruispunt.model.outcome.RefusalCode.UNKNOWN_INSTITUTION;

import be.kruispunt.model.cases.CaseRole;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.outcome.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The integration control of the Crossroads Bank: sender and receiver are competent, an authorisation covers the
 * exchange for the stated purpose, and both have integrated every person in a quality and phase that it asks for.
 *
 * <p>The order of the checks is a matter of secrecy (decision 0011). First what the register alone tells, for every
 * receiver; then whether the sender knows the persons; only then anything that the directory knows of them besides.
 */
public final class AccessPolicy {

    /** A receiver, and the authorisations on which the message may go there: at least one. */
    private record Way(Institution receiver, List<Authorisation> grounds) {}

    /** Why an authorisation does not allow the message, if it does not. */
    @FunctionalInterface
    private interface Check {
        Optional<Refusal> refusal(Authorisation authorisation);
    }

    /** What a check leaves: the ways that are still open, and the first reason why one is not. */
    private record Left(List<Way> open, Optional<Refusal> refusal) {}

    /** Decides; the first check that fails gives the reason. */
    public AccessDecision decide(AccessRequest request, Register register, DirectoryExtract directory) {
        Optional<Refusal> unfit = unfitSender(request, register);
        if (unfit.isPresent()) {
            return new AccessDecision.Denied(unfit.get());
        }
        return request.receivers().isEmpty()
                ? found(request, register, new IntegrationControl(request, directory))
                : named(request, register, new IntegrationControl(request, directory));
    }

    /** Every receiver that is named must be allowed. */
    private static AccessDecision named(AccessRequest request, Register register, IntegrationControl integration) {
        var ways = new ArrayList<Way>();
        for (InstitutionId id : request.receivers()) {
            Optional<Institution> receiver = register.active(id, request.on());
            if (receiver.isEmpty()) {
                return denied(Refusal.of(UNKNOWN_INSTITUTION, "the receiver " + id + " is not registered"));
            }
            if (!isCompetent(request, receiver.get())) {
                return denied(notCompetent("receiver", id, request.process(), request.roleOf(id)));
            }
            List<Authorisation> between = authorisations(request, register).stream()
                    .filter(authorisation -> authorisation.receiver().equals(id))
                    .toList();
            List<Authorisation> grounds = forPurpose(request, between);
            if (grounds.isEmpty()) {
                return denied(noGround(request, id.toString(), between));
            }
            ways.add(new Way(receiver.get(), grounds));
        }
        List<Way> open = ways;
        for (Check check : List.<Check>of(integration::sender, integration::presentNumber, integration::receiver)) {
            Left left = after(check, open);
            if (left.refusal().isPresent()) {
                return denied(left.refusal().get());
            }
            open = left.open();
        }
        return granted(open);
    }

    /** Everybody who may receive it and whom the directory knows; that others know a person is not told. */
    private static AccessDecision found(AccessRequest request, Register register, IntegrationControl integration) {
        List<Authorisation> all = authorisations(request, register);
        List<Authorisation> grounds = forPurpose(request, all);
        if (grounds.isEmpty()) {
            return denied(noGround(request, "whom the directory knows", all));
        }
        List<Way> open = ways(request, register, grounds);
        for (Check check : List.<Check>of(integration::sender, integration::presentNumber)) {
            Left left = after(check, open);
            if (left.open().isEmpty() && left.refusal().isPresent()) {
                return denied(left.refusal().get());
            }
            open = left.open();
        }
        open = after(integration::receiver, open).open();
        return open.isEmpty()
                ? denied(Refusal.of(
                        NO_RECEIVER, "no institution that knows the person may receive " + request.documentCode()))
                : granted(open);
    }

    private static Left after(Check check, List<Way> ways) {
        var open = new ArrayList<Way>();
        Optional<Refusal> first = Optional.empty();
        for (Way way : ways) {
            List<Authorisation> grounds = way.grounds().stream()
                    .filter(ground -> check.refusal(ground).isEmpty())
                    .toList();
            if (!grounds.isEmpty()) {
                open.add(new Way(way.receiver(), grounds));
            } else if (first.isEmpty()) {
                first = check.refusal(way.grounds().getFirst());
            }
        }
        return new Left(open, first);
    }

    private static AccessDecision granted(List<Way> ways) {
        return new AccessDecision.Granted(
                ways.stream().map(Way::receiver).toList(),
                ways.stream().flatMap(AccessPolicy::numbers).toList(),
                ways.stream()
                        .flatMap(way -> way.grounds().stream())
                        .flatMap(ground -> ground.rights().stream())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Of several authorisations one is enough; but each may name other rights. */
    private static Stream<String> numbers(Way way) {
        Stream<String> all = way.grounds().stream().map(Authorisation::number);
        return way.grounds().stream().allMatch(ground -> ground.rights().isEmpty()) ? all.limit(1) : all;
    }

    private static Optional<Refusal> unfitSender(AccessRequest request, Register register) {
        Optional<Institution> sender = register.active(request.sender(), request.on());
        if (sender.isEmpty()) {
            return Optional.of(
                    Refusal.of(UNKNOWN_INSTITUTION, "the sender " + request.sender() + " is not registered"));
        }
        return sender.get().isCompetent(request.process(), request.senderRole(), request.on())
                ? Optional.empty()
                : Optional.of(notCompetent("sender", request.sender(), request.process(), request.senderRole()));
    }

    private static boolean isCompetent(AccessRequest request, Institution receiver) {
        return receiver.isCompetent(request.process(), request.roleOf(receiver.id()), request.on());
    }

    private static Refusal notCompetent(String side, InstitutionId institution, String process, CaseRole role) {
        return Refusal.of(
                NOT_COMPETENT, "the " + side + " " + institution + " is not competent for " + process + " as " + role);
    }

    /** In the order of the receivers' ids. */
    private static List<Way> ways(AccessRequest request, Register register, List<Authorisation> grounds) {
        var ways = new ArrayList<Way>();
        grounds.stream()
                .collect(Collectors.groupingBy(Authorisation::receiver, TreeMap::new, Collectors.toList()))
                .forEach((id, between) -> register.active(id, request.on())
                        .filter(receiver -> isCompetent(request, receiver))
                        .ifPresent(receiver -> ways.add(new Way(receiver, between))));
        return ways;
    }

    private static List<Authorisation> authorisations(AccessRequest request, Register register) {
        return register.authorisations(request.sender(), request.documentCode(), request.on());
    }

    private static List<Authorisation> forPurpose(AccessRequest request, List<Authorisation> authorisations) {
        return authorisations.stream()
                .filter(authorisation -> authorisation.legalContext().equals(request.legalContext()))
                .toList();
    }

    private static Refusal noGround(AccessRequest request, String receiver, List<Authorisation> forOtherPurposes) {
        String exchange = request.documentCode() + " from " + request.sender() + " to " + receiver;
        return forOtherPurposes.isEmpty()
                ? Refusal.of(NOT_AUTHORISED, exchange)
                : Refusal.of(LEGAL_CONTEXT_NOT_ALLOWED, exchange + " for " + request.legalContext());
    }

    private static AccessDecision denied(Refusal refusal) {
        return new AccessDecision.Denied(refusal);
    }
}
