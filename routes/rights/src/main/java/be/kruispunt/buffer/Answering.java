package be.kruispunt.buffer;

import be.kruispunt.access.Institution;
import be.kruispunt.access.Register;
import be.kruispunt.model.id.AnswerId;
import be.kruispunt.model.rights.AskedPerson;
import be.kruispunt.model.rights.Customer;
import be.kruispunt.model.rights.RightAnswer;
import be.kruispunt.model.rights.RightsQuestion;
import be.kruispunt.model.rights.RightsReply;
import be.kruispunt.model.rights.SchemeCode;
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

/** What is said of each person of a question, or of a page of a run: a pure function of what was looked up. */
public final class Answering {
    private final Schemes schemes;
    private final RandomGenerator random;

    /** {@code random}: safe for all threads, as that of {@link AnswerId#next} must be. */
    public Answering(Schemes schemes, RandomGenerator random) {
        this.schemes = schemes;
        this.random = random;
    }

    /**
     * What all lines have in common.
     *
     * @param day the day that is asked for
     * @param today the day on which it is answered, by the calendar of the schemes
     * @param asOf how fresh the sources are; empty where none has reported
     * @param now when it is answered
     */
    public record Terms(SchemeCode scheme, LocalDate day, LocalDate today, Optional<Instant> asOf, Instant now) {}

    /** One line for each person, in the order of the question. */
    List<Line> lines(RightsQuestion question, AskedFacts facts, Register register, Instant now, LocalDate today) {
        Optional<Instant> asOf = asOf(question.scheme(), question.day(), facts, register, today);
        var terms = new Terms(question.scheme(), question.day(), today, asOf, now);
        return question.persons().stream()
                .map(asked -> line(terms, asked, facts.customers().getOrDefault(asked, List.of())))
                .toList();
    }

    /**
     * The line of one person.
     *
     * @param found the customers of the asker that it may be, in the order of their references: of several contracts of one person
     *     the first, for they are answered alike
     */
    public Line line(Terms terms, AskedPerson asked, List<CustomerRights> found) {
        return found.stream()
                .filter(each -> each.customer().valid().contains(terms.day()))
                .findFirst()
                .map(each -> told(terms, each))
                .orElseGet(() -> stranger(asked, terms.now()));
    }

    private Line told(Terms terms, CustomerRights found) {
        Determination said = determine(terms, found);
        Customer customer = found.customer();
        var answer = new RightAnswer(
                customer.reference(),
                said.entitlement(),
                said.from(),
                said.until(),
                terms.asOf().orElse(Instant.EPOCH),
                AnswerId.next(terms.now(), random));
        return new Line(answer.id(), new RightsReply.Line.Told(answer), found.person());
    }

    /** What may be said of a customer, whatever his line is called. */
    public Determination determine(Terms terms, CustomerRights found) {
        Customer customer = found.customer();
        boolean mayBeTold =
                customer.shares() && found.person().isPresent() && terms.asOf().isPresent();
        return mayBeTold
                ? schemes.determine(terms.scheme(), found.rights(), terms.day(), terms.today())
                : Determination.UNKNOWN;
    }

    /** A number for a line of which nobody is looked up. */
    public AnswerId number(Terms terms) {
        return AnswerId.next(terms.now(), random);
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
    public Optional<Instant> asOf(
            SchemeCode code, LocalDate day, AskedFacts facts, Register register, LocalDate today) {
        Set<Integer> sectors = schemes.inForce(code, day).map(this::sectors).orElse(Set.of());
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
