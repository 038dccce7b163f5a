package be.kruispunt.buffer;

import be.kruispunt.access.Institution;
import be.kruispunt.access.Register;
import be.kruispunt.model.id.AnswerId;
import be.kruispunt.model.rights.AskedPerson;
import be.kruispunt.model.rights.Customer;
import be.kruispunt.model.rights.RightAnswer;
import be.kruispunt.model.rights.RightsQuestion;
import be.kruispunt.model.rights.RightsReply;
import be.kruispunt.rights.Determination;
import be.kruispunt.rights.Scheme;
import be.kruispunt.rights.Schemes;
import be.kruispunt.rights.StatusKind;
import be.kruispunt.store.AskedFacts;
import be.kruispunt.store.CustomerRights;
import be.kruispunt.store.RecordedQuestion.Line;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** What is said of each person of a question: a pure function of what was looked up. */
final class Answering {
    private final Schemes schemes;
    private final RandomGenerator random;

    Answering(Schemes schemes, RandomGenerator random) {
        this.schemes = schemes;
        this.random = random;
    }

    /** One line for each person, in the order of the question. */
    List<Line> lines(RightsQuestion question, AskedFacts facts, Register register, Instant now, LocalDate today) {
        Optional<Instant> asOf = asOf(question, facts, register, today);
        return question.persons().stream()
                .map(asked -> customer(facts, asked, question.day())
                        .map(found -> told(question, found, asOf, now, today))
                        .orElseGet(() -> stranger(asked, now)))
                .toList();
    }

    /** Of several contracts of one person, the first by reference: they are answered alike. */
    private static Optional<CustomerRights> customer(AskedFacts facts, AskedPerson asked, LocalDate day) {
        return facts.customers().getOrDefault(asked, List.of()).stream()
                .filter(found -> found.customer().valid().contains(day))
                .findFirst();
    }

    private Line told(
            RightsQuestion question, CustomerRights found, Optional<Instant> asOf, Instant now, LocalDate today) {
        Customer customer = found.customer();
        boolean mayBeTold = customer.shares() && found.person().isPresent() && asOf.isPresent();
        Determination said = mayBeTold
                ? schemes.determine(question.scheme(), found.rights(), question.day(), today)
                : Determination.UNKNOWN;
        var answer = new RightAnswer(
                customer.reference(),
                said.entitlement(),
                said.from(),
                said.until(),
                asOf.orElse(Instant.EPOCH),
                AnswerId.next(now, random));
        return new Line(answer.id(), new RightsReply.Line.Told(answer), found.person());
    }

    private Line stranger(AskedPerson asked, Instant now) {
        return new Line(
                AnswerId.next(now, random),
                new RightsReply.Line.NotACustomer(asked),
                asked instanceof AskedPerson.ByNumber(var number) ? Optional.of(number) : Optional.empty());
    }

    /**
     * Up to when the sources of the scheme had reported: the one that is behind counts. Sources are the registered institutions of
     * the sectors that its statuses come from, as far as they ever reported; who reports through another does not.
     */
    private Optional<Instant> asOf(RightsQuestion question, AskedFacts facts, Register register, LocalDate today) {
        Set<Integer> sectors = schemes.inForce(question.scheme(), question.day())
                .map(this::sectors)
                .orElse(Set.of());
        return register.institutions().stream()
                .filter(institution -> sectors.contains(institution.sector()))
                .filter(institution -> institution.active().covers(today))
                .map(Institution::id)
                .map(facts.reported()::get)
                .filter(Objects::nonNull)
                .min(Instant::compareTo);
    }

    private Set<Integer> sectors(Scheme scheme) {
        return scheme.lines().stream()
                .flatMap(line -> line.statuses().stream())
                .flatMap(status -> schemes.status(status).map(StatusKind::sectors).stream())
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }
}
