package be.kruispunt.buffer;

import be.kruispunt.access.Register;
import be.kruispunt.model.id.AnswerId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.AskedPerson;
import be.kruispunt.model.rights.Customer;
import be.kruispunt.model.rights.Entitlement;
import be.kruispunt.model.rights.RightAnswer;
import be.kruispunt.model.rights.RightsQuestion;
import be.kruispunt.model.rights.RightsReply;
import be.kruispunt.model.rights.SchemeCode;
import be.kruispunt.rights.Determination;
import be.kruispunt.rights.Schemes;
import be.kruispunt.store.AskedFacts;
import be.kruispunt.store.CustomerRights;
import be.kruispunt.store.RecordedQuestion.Line;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What is said of each person of a question, or of a page of a run: a pure function of what was looked up. */
public final class Answering {
    private final Schemes schemes;
    private final Sources sources;
    private final RightsRules rules;
    private final RandomGenerator random;

    /** {@code random}: safe for all threads, as that of {@link AnswerId#next} must be. */
    public Answering(Schemes schemes, RightsRules rules, RandomGenerator random) {
        this.schemes = schemes;
        this.sources = new Sources(rules.hub(), schemes);
        this.rules = rules;
        this.random = random;
    }

    /**
     * What all lines have in common.
     *
     * @param day the day that is asked for
     * @param today the day on which it is answered, by the calendar of the schemes
     * @param asOf how fresh the sources are, 1970-01-01 while one has never reported; empty where there is none
     * @param judged the moment at which a source is late or not: of a run that at which it began, however long it takes
     * @param now when it is answered
     */
    public record Terms(
            SchemeCode scheme, LocalDate day, LocalDate today, Optional<Instant> asOf, Instant judged, Instant now) {}

    /** One line for each person, in the order of the question. */
    List<Line> lines(RightsQuestion question, AskedFacts facts, Register register, Instant now, LocalDate today) {
        Optional<Instant> asOf = asOf(question.scheme(), question.day(), facts, register, today);
        var terms = new Terms(question.scheme(), question.day(), today, asOf, now, now);
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
        return new Line(
                answer.id(),
                new RightsReply.Line.Told(answer),
                found.person(),
                customer.person().isPresent());
    }

    /**
     * What may be said of a customer, whatever his line is called. Nobody is told no for what a source that is late may not have told
     * yet; and nothing of the days outside the contract.
     */
    public Determination determine(Terms terms, CustomerRights found) {
        Customer customer = found.customer();
        if (!customer.shares() || found.person().isEmpty() || terms.asOf().isEmpty()) {
            return Determination.UNKNOWN;
        }
        Determination said = schemes.determine(terms.scheme(), found.rights(), terms.day(), terms.today());
        LocalDate counts = schemes.looksAt(terms.scheme(), terms.day());
        boolean bearsNo = Freshness.bearsNo(terms.asOf().get(), counts, terms.judged(), rules.lateAfter());
        return said.entitlement() == Entitlement.NOT_ENTITLED && !bearsNo
                ? Determination.UNKNOWN
                : said.within(customer.valid());
    }

    /** A number for a line of which nobody is looked up. */
    public AnswerId number(Terms terms) {
        return AnswerId.next(terms.now(), random);
    }

    private Line stranger(AskedPerson asked, Instant now) {
        Optional<Insz> person =
                asked instanceof AskedPerson.ByNumber(var number) ? Optional.of(number) : Optional.empty();
        return new Line(
                AnswerId.next(now, random), new RightsReply.Line.NotACustomer(asked), person, person.isPresent());
    }

    /** Until when what is answered now, and of whom, is kept. */
    public Instant keptUntil(SchemeCode scheme, Instant now) {
        return schemes.keptUntil(scheme, now);
    }

    /** Up to when the sources of the scheme had reported: the one that is behind counts. Empty where there is none. */
    public Optional<Instant> asOf(
            SchemeCode code, LocalDate day, AskedFacts facts, Register register, LocalDate today) {
        return sources.asOf(code, day, register, facts.reported(), today);
    }
}
