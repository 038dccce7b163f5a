package be.kruispunt.buffer;

import be.kruispunt.access.DirectoryExtract;
import be.kruispunt.access.Register;
import be.kruispunt.access.RightsPolicy;
import be.kruispunt.access.RightsPolicy.Decision;
import be.kruispunt.model.id.AnswerId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.rights.AskedPerson;
import be.kruispunt.model.rights.RightsQuestion;
import be.kruispunt.model.rights.RightsReply;
import be.kruispunt.model.rights.RightsReply.Reason;
import be.kruispunt.model.rights.SchemeCode;
import be.kruispunt.rights.Schemes;
import be.kruispunt.store.AskedFacts;
import be.kruispunt.store.AskersStanding;
import be.kruispunt.store.RecordedQuestion;
import be.kruispunt.store.RecordedQuestion.Line;
import be.kruispunt.store.RightsStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Decides on a question for a right, and writes nothing. First the register alone decides whether it is looked at; only then the
 * asker's customers are looked up, and of a customer no more than the one right.
 */
public final class ConsiderQuestion {
    /** Whose calendar the schemes are counted by. */
    public static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private final LongFunction<Register> registers;
    private final RightsStore store;
    private final Schemes schemes;
    private final Answering answering;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final RightsRules rules;
    private final RightsPolicy policy;
    private final WhileItStands<Claim, Decision.Granted> granted = new WhileItStands<>();

    /**
     * Nothing is asked yet.
     *
     * @param registers by their versions
     * @param random safe for all threads, as that of {@link AnswerId#next} must be
     */
    public ConsiderQuestion(
            RightsRules rules,
            LongFunction<Register> registers,
            RightsStore store,
            Schemes schemes,
            InstantSource clock,
            RandomGenerator random) {
        this.rules = rules;
        this.registers = registers;
        this.store = store;
        this.schemes = schemes;
        this.answering = new Answering(schemes, rules, random);
        this.clock = clock;
        this.random = random;
        this.policy = new RightsPolicy(rules.hub());
    }

    /** What a supplier refers to; of those that are granted there are as many as the register names. */
    private record Claim(InstitutionId asker, SchemeCode scheme, LegalContext purpose) {
        static Claim of(RightsQuestion question) {
            return new Claim(question.asker(), question.scheme(), question.purpose());
        }
    }

    /**
     * What is replied, and what must be recorded before it is said.
     *
     * @param recorded to be written by {@link RightsStore#record}, or in the transaction of the message that asked
     */
    public record Considered(RightsReply reply, RecordedQuestion recorded) {}

    /** Decides on a question of an asker who was proved by certificate or signature. */
    public Considered consider(RightsQuestion question) {
        return consider(List.of(question)).getFirst();
    }

    /** The same for several, in their order: what is looked up for them is looked up together. */
    List<Considered> consider(List<RightsQuestion> questions) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, BRUSSELS);
        AskersStanding standing =
                store.standing(questions.stream().map(RightsQuestion::asker).collect(Collectors.toSet()));
        Register register = registers.apply(standing.register());
        List<Decision> decisions = questions.stream()
                .map(question -> decide(question, register, today))
                .toList();
        Iterator<AskedFacts> facts =
                store.lookUp(granted(questions, decisions), standing).iterator();
        var considered = new ArrayList<Considered>();
        for (int i = 0; i < questions.size(); i++) {
            RightsQuestion question = questions.get(i);
            considered.add(
                    switch (decisions.get(i)) {
                        case Decision.Denied(Reason reason) ->
                            refused(
                                    recorded(
                                            question,
                                            now,
                                            standing.known(),
                                            "",
                                            register,
                                            Optional.of(reason),
                                            List.of()),
                                    reason);
                        case Decision.Granted(String authorisation) ->
                            granted(question, facts.next(), now, today, authorisation, register);
                    });
        }
        return considered;
    }

    private static List<RightsQuestion> granted(List<RightsQuestion> questions, List<Decision> decisions) {
        return IntStream.range(0, questions.size())
                .filter(i -> decisions.get(i) instanceof Decision.Granted)
                .mapToObj(questions::get)
                .toList();
    }

    private Decision decide(RightsQuestion question, Register register, LocalDate today) {
        Decision decision = granted.of(register, today, Claim.of(question), _ -> ofAnybody(question, register, today))
                .<Decision>map(each -> each)
                .orElseGet(() -> ofThese(question, register, today));
        return decision instanceof Decision.Granted
                ? rules.refusal(question.day(), today)
                        .<Decision>map(Decision.Denied::new)
                        .orElse(decision)
                : decision;
    }

    /** Where the directory is not asked of persons, it is granted whoever they are. */
    private Optional<Decision.Granted> ofAnybody(RightsQuestion question, Register register, LocalDate today) {
        return policy.asksOfPersons(question, register, today)
                        || !(policy.decide(question, register, DirectoryExtract.EMPTY, today)
                                instanceof Decision.Granted granting)
                ? Optional.empty()
                : Optional.of(granting);
    }

    private Decision ofThese(RightsQuestion question, Register register, LocalDate today) {
        DirectoryExtract directory = policy.asksOfPersons(question, register, today)
                ? store.askers().directory(numbers(question))
                : DirectoryExtract.EMPTY;
        return policy.decide(question, register, directory, today);
    }

    private static Set<Insz> numbers(RightsQuestion question) {
        return question.persons().stream()
                .flatMap(
                        asked -> asked instanceof AskedPerson.ByNumber(var number) ? Stream.of(number) : Stream.empty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Considered granted(
            RightsQuestion question,
            AskedFacts facts,
            Instant now,
            LocalDate today,
            String authorisation,
            Register register) {
        if (facts.stopped()) {
            Optional<Reason> stopped = Optional.of(Reason.STOPPED);
            return refused(
                    recorded(question, now, facts.known(), authorisation, register, stopped, List.of()),
                    Reason.STOPPED);
        }
        List<Line> lines = answering.lines(question, facts, register, now, today);
        return new Considered(
                new RightsReply.Answered(lines.stream().map(Line::said).toList()),
                recorded(question, now, facts.known(), authorisation, register, Optional.empty(), lines));
    }

    private static Considered refused(RecordedQuestion recorded, Reason reason) {
        return new Considered(new RightsReply.Refused(reason), recorded);
    }

    private RecordedQuestion recorded(
            RightsQuestion question,
            Instant now,
            Instant known,
            String authorisation,
            Register register,
            Optional<Reason> refused,
            List<Line> lines) {
        return new RecordedQuestion(
                AnswerId.next(now, random),
                question,
                now,
                known,
                authorisation,
                register.version(),
                refused,
                schemes.keptUntil(question.scheme(), now),
                lines);
    }
}
