package be.kruispunt.buffer;

import be.kruispunt.access.Register;
import be.kruispunt.access.RightsPolicy;
import be.kruispunt.access.RightsPolicy.Decision;
import be.kruispunt.model.id.AnswerId;
import be.kruispunt.model.rights.RightsQuestion;
import be.kruispunt.model.rights.RightsReply;
import be.kruispunt.model.rights.RightsReply.Reason;
import be.kruispunt.rights.Schemes;
import be.kruispunt.store.AskedFacts;
import be.kruispunt.store.RecordedQuestion;
import be.kruispunt.store.RecordedQuestion.Line;
import be.kruispunt.store.RightsStore;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers a question for a right. First the register alone decides whether it is looked at; only then the asker's customers are
 * looked up, and of a customer no more than the one right. Nothing is answered that is not recorded before.
 */
public final class AskRights {
    private static final Logger LOG = LoggerFactory.getLogger(AskRights.class);

    /** Whose calendar the schemes are counted by. */
    static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private final Supplier<Register> register;
    private final RightsStore store;
    private final Answering answering;
    private final StrangerLimits limits;
    private final Clock clock;
    private final RandomGenerator random;
    private final RightsPolicy policy = new RightsPolicy();

    /** {@code random}: safe for all threads, as that of {@link AnswerId#next} must be. */
    public AskRights(
            Supplier<Register> register,
            RightsStore store,
            Schemes schemes,
            StrangerLimits limits,
            Clock clock,
            RandomGenerator random) {
        this.register = register;
        this.store = store;
        this.answering = new Answering(schemes, random);
        this.limits = limits;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Answers, and records the answer with its proof.
     *
     * @param question whose asker was proved by certificate or signature
     */
    public RightsReply ask(RightsQuestion question) {
        Instant now = clock.instant();
        LocalDate today = now.atZone(BRUSSELS).toLocalDate();
        Register standing = register.get();
        return switch (policy.decide(question, standing, today)) {
            case Decision.Denied(Reason reason) ->
                refused(question, now, store.moment(), "", standing.version(), reason);
            case Decision.Granted(String authorisation) -> granted(question, now, today, authorisation, standing);
        };
    }

    private RightsReply granted(
            RightsQuestion question, Instant now, LocalDate today, String authorisation, Register standing) {
        AskedFacts facts = store.lookUp(question);
        if (facts.stopped()) {
            return refused(question, now, facts.known(), authorisation, standing.version(), Reason.STOPPED);
        }
        List<Line> lines = answering.lines(question, facts, standing, now, today);
        record(question, now, facts.known(), authorisation, standing.version(), Optional.empty(), lines);
        return new RightsReply.Answered(lines.stream().map(Line::said).toList());
    }

    private RightsReply refused(
            RightsQuestion question,
            Instant now,
            Instant known,
            String authorisation,
            long registerVersion,
            Reason reason) {
        record(question, now, known, authorisation, registerVersion, Optional.of(reason), List.of());
        return new RightsReply.Refused(reason);
    }

    private void record(
            RightsQuestion question,
            Instant now,
            Instant known,
            String authorisation,
            long registerVersion,
            Optional<Reason> refused,
            List<Line> lines) {
        var recorded = new RecordedQuestion(
                AnswerId.next(now, random), question, now, known, authorisation, registerVersion, refused, lines);
        long strangers = store.record(recorded, limits.stopAt());
        long before = strangers - recorded.strangers();
        if (before < limits.stopAt() && strangers >= limits.stopAt()) {
            LOG.error("KP5002 stopped, asks about strangers asker={} strangers={}", question.asker(), strangers);
        } else if (before < limits.alertAt() && strangers >= limits.alertAt()) {
            LOG.warn("KP5001 asks about strangers asker={} strangers={}", question.asker(), strangers);
        }
    }
}
