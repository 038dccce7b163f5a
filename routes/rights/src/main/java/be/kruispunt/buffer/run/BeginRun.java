package be.kruispunt.buffer.run;

import be.kruispunt.access.Register;
import be.kruispunt.access.RightsPolicy;
import be.kruispunt.access.RightsPolicy.Decision;
import be.kruispunt.buffer.Answering;
import be.kruispunt.buffer.ConsiderQuestion;
import be.kruispunt.buffer.RightsRules;
import be.kruispunt.model.id.AnswerId;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.rights.RightsReply.Reason;
import be.kruispunt.store.AskedFacts;
import be.kruispunt.store.RightsRun;
import be.kruispunt.store.RightsRun.Grounds;
import be.kruispunt.store.RightsRun.Moment;
import be.kruispunt.store.RightsRun.Subject;
import be.kruispunt.store.RightsRuns;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Begins a run: decided as a question is, and bound to one moment for all its lines. */
public final class BeginRun {
    private final Supplier<Register> register;
    private final RightsRuns runs;
    private final Answering answering;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final RightsRules rules;
    private final RightsPolicy policy;

    public BeginRun(
            RightsRules rules,
            Supplier<Register> register,
            RightsRuns runs,
            Answering answering,
            InstantSource clock,
            RandomGenerator random) {
        this.rules = rules;
        this.policy = new RightsPolicy(rules.hub());
        this.register = register;
        this.runs = runs;
        this.answering = answering;
        this.clock = clock;
        this.random = random;
    }

    /** A number for a run. */
    public AnswerId number() {
        return AnswerId.next(clock.instant(), random);
    }

    /** Today, by the calendar of the schemes. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ConsiderQuestion.BRUSSELS);
    }

    /**
     * Begins a run over a file whose maker was proved.
     *
     * @param id a number of {@link #number}, under which the hub has kept the file
     * @param signature the proof, to be kept
     * @return as it stands, perhaps refused; empty where the asker has a file of this name already
     */
    public Optional<RightsRun> begin(AnswerId id, Subject subject, String name, Digest digest, byte[] signature) {
        RightsRun run = decide(id, subject, name, Optional.empty(), Optional.of(digest));
        return runs.begin(run, signature) ? Optional.of(run) : Optional.empty();
    }

    /**
     * Begins a run over an asker's customers.
     *
     * @param before from which the changes are counted; empty: all are told
     * @return as it stands, perhaps refused; empty where there is one of this name already
     */
    public Optional<RightsRun> begin(Subject subject, String name, Optional<AnswerId> before) {
        RightsRun run = decide(number(), subject, name, before, Optional.empty());
        return runs.begin(run) ? Optional.of(run) : Optional.empty();
    }

    /** Why such a run would be refused if it were begun now; nothing is written. */
    Optional<Reason> refusal(Subject subject) {
        return grounds(subject, register.get(), runs.standing(subject.asker()), today())
                .refused();
    }

    private RightsRun decide(
            AnswerId id, Subject subject, String name, Optional<AnswerId> before, Optional<Digest> digest) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as the store keeps it
        LocalDate today = today();
        Register standing = register.get();
        AskedFacts facts = runs.standing(subject.asker());
        Grounds grounds = grounds(subject, standing, facts, today);
        var moment = new Moment(
                facts.known(), today, answering.asOf(subject.scheme(), subject.day(), facts, standing, today));
        Instant expires = answering.keptUntil(subject.scheme(), now).truncatedTo(ChronoUnit.MICROS);
        return new RightsRun(id, subject, name, moment, before, digest, grounds, now, expires);
    }

    private Grounds grounds(Subject subject, Register standing, AskedFacts facts, LocalDate today) {
        return switch (policy.decide(subject.asker(), subject.scheme(), subject.purpose(), standing, today)) {
            case Decision.Denied(Reason reason) -> new Grounds("", standing.version(), Optional.of(reason));
            case Decision.Granted(String authorisation) ->
                new Grounds(
                        authorisation,
                        standing.version(),
                        rules.refusal(subject.day(), today)
                                .or(() -> facts.stopped() ? Optional.of(Reason.STOPPED) : Optional.empty()));
        };
    }
}
