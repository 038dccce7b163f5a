package be.kruispunt.buffer;

import be.kruispunt.buffer.ConsiderQuestion.Considered;
import be.kruispunt.model.id.BirthDate;
import be.kruispunt.model.id.CodeId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.CodeReply;
import be.kruispunt.model.rights.CodeRequest;
import be.kruispunt.model.rights.Entitlement;
import be.kruispunt.model.rights.IssuedCode;
import be.kruispunt.model.rights.RightAnswer;
import be.kruispunt.model.rights.RightsQuestion;
import be.kruispunt.model.rights.RightsReply;
import be.kruispunt.rights.Schemes;
import be.kruispunt.store.CodeOrder;
import be.kruispunt.store.RecordedQuestion;
import be.kruispunt.store.RightsCodes;
import be.kruispunt.store.RightsStore;
import be.kruispunt.store.StrangerLimits;
import be.kruispunt.trust.counter.CounterCode;
import be.kruispunt.trust.counter.CounterKey;
import be.kruispunt.trust.counter.WithdrawalList;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * Answers the question whether a customer has a right today, and where he has, makes a code that he can carry to a counter (decision
 * 0031). By the same policy, counts and records as any question.
 */
public final class IssueCode {
    /** A counter without a connection hears late that a right has ended; so no code counts longer, in days, the first one too. */
    static final int LONGEST = 92;

    /** Nor longer than this where nobody knows when the right will end. */
    static final int LONGEST_OF_OPEN = 31;

    /** A right that changes between the look and the record is looked at again; it does not change all the time. */
    private static final int TRIES = 3;

    private final ConsiderQuestion consider;
    private final RightsStore store;
    private final RightsCodes codes;
    private final Schemes schemes;
    private final StrangerLimits limits;
    private final Signing signing;

    /**
     * In whose name codes are made, and how.
     *
     * @param hub itself
     * @param random unpredictable, and safe for all threads
     */
    public record Signing(InstitutionId hub, CounterKey key, RandomGenerator random) {}

    public IssueCode(
            ConsiderQuestion consider, RightsStore store, Schemes schemes, StrangerLimits limits, Signing signing) {
        this.consider = consider;
        this.store = store;
        this.codes = new RightsCodes(store);
        this.schemes = schemes;
        this.limits = limits;
        this.signing = signing;
    }

    /** Answers. The day of the question is the first on which the code counts. */
    public CodeReply issue(CodeRequest request) {
        RightsQuestion question = request.question();
        if (!schemes.atCounters(question.scheme(), question.day())) {
            return new CodeReply.NotAtCounters();
        }
        for (int tries = 0; tries < TRIES; tries++) {
            Considered considered = consider.consider(question);
            Optional<CodeOrder> order = order(question, considered);
            if (order.isEmpty()) {
                store.record(considered.recorded(), limits);
                return new CodeReply.Answered(considered.reply(), Optional.empty());
            }
            OptionalInt place = codes.issue(order.get(), considered.recorded(), limits, () -> signing.random()
                    .nextInt(WithdrawalList.SIZE));
            if (place.isPresent()) {
                return new CodeReply.Answered(
                        considered.reply(),
                        Optional.of(signed(order.get(), place.getAsInt(), tellsBirthYear(request, considered))));
            }
        }
        throw new IllegalStateException("the right changed at every look");
    }

    /** What is to be made, where the one who was asked about has the right. */
    private Optional<CodeOrder> order(RightsQuestion question, Considered considered) {
        return considered.recorded().lines().stream()
                .flatMap(line -> told(line).flatMap(answer -> order(question, answer, line)).stream())
                .findFirst();
    }

    /** Who names a person by his number knows the year; to who found him by his name it would be told. */
    private static boolean tellsBirthYear(CodeRequest request, Considered considered) {
        return request.birthYear() && considered.recorded().lines().stream().allMatch(RecordedQuestion.Line::byNumber);
    }

    private static Optional<RightAnswer> told(RecordedQuestion.Line line) {
        return line.said() instanceof RightsReply.Line.Told(RightAnswer answer)
                ? Optional.of(answer).filter(told -> told.entitlement() == Entitlement.ENTITLED)
                : Optional.empty();
    }

    private Optional<CodeOrder> order(RightsQuestion question, RightAnswer answer, RecordedQuestion.Line line) {
        return line.person()
                .map(person -> new CodeOrder(
                        CodeId.next(signing.random()),
                        line.id(),
                        person,
                        question.scheme(),
                        question.day(),
                        last(question.day(), answer.until())));
    }

    private static LocalDate last(LocalDate first, Optional<LocalDate> end) {
        LocalDate latest = first.plusDays((end.isPresent() ? LONGEST : LONGEST_OF_OPEN) - 1L);
        return end.filter(day -> day.isBefore(latest)).orElse(latest);
    }

    private IssuedCode signed(CodeOrder order, int place, boolean birthYear) {
        var code = new CounterCode(
                signing.hub(),
                order.scheme(),
                order.from(),
                order.until(),
                order.id(),
                place,
                birthYear ? birthYear(order.person()) : OptionalInt.empty());
        String text = code.signedBy(signing.key());
        return new IssuedCode(
                order.id(), order.from(), order.until(), text, QrCode.of(text).svg());
    }

    /** That of his number, which the asker knows; left out where the register tells another, which he does not. */
    private OptionalInt birthYear(Insz person) {
        Optional<Integer> known =
                store.facts(person, store.moment()).birth(person).map(BirthDate::year);
        return person.birth().map(BirthDate::year).filter(year -> known.equals(Optional.of(year))).stream()
                .mapToInt(year -> year)
                .findFirst();
    }
}
