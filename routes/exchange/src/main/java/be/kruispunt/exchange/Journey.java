package be.kruispunt.exchange;

import be.kruispunt.model.outcome.AuditEntry;
import be.kruispunt.model.outcome.Refusal;
import be.kruispunt.model.outcome.Step;
import be.kruispunt.trust.RevocationUnknown;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries a message through one step: notes the step in its trail, leaves alone what is not under way any more, and
 * turns a breakage into a passage of its own, so that the batch's other messages go on.
 */
final class Journey {
    private static final Logger LOG = LoggerFactory.getLogger(Journey.class);

    private final InstantSource clock;
    private final Predicate<Throwable> stopsEverything;

    /**
     * Sets up.
     *
     * @param stopsEverything breakages that are no message's fault, such as a signer that is away: they end the batch
     */
    Journey(InstantSource clock, Predicate<Throwable> stopsEverything) {
        this.clock = clock;
        this.stopsEverything = stopsEverything;
    }

    /**
     * The step as something that any passage can go through.
     *
     * @throws IllegalStateException from the step, for a message under way that has not come as far as {@code input}: the
     *     route's lines are in a wrong order, and no message must get past a step by that
     */
    <I extends Stage, O extends Stage> UnaryOperator<Passage> step(
            Step name, Class<I> input, Function<I, Result<O>> step) {
        return passage -> passage instanceof Passage.Underway(Stage stage, List<AuditEntry> trail)
                ? take(name, expected(name, input, stage), trail, step)
                : passage;
    }

    /** The step that takes some messages aside; the others it leaves as they are. */
    <I extends Stage> UnaryOperator<Passage> aside(
            Step name, Class<I> input, Function<I, Optional<Result<Considered>>> step) {
        return passage -> passage instanceof Passage.Underway(Stage stage, List<AuditEntry> trail)
                ? guarded(stage.received(), stage.claimed(), name, () -> step.apply(expected(name, input, stage))
                        .map(result -> aside(name, stage, trail, result))
                        .orElse(passage))
                : passage;
    }

    private Passage aside(Step name, Stage stage, List<AuditEntry> trail, Result<Considered> result) {
        return switch (result) {
            case Result.Passed<Considered>(Considered next) ->
                new Passage.Aside(next, plus(trail, AuditEntry.passed(name, clock.instant(), next.auditDetail())));
            case Result.Refused<Considered> refused -> refused(stage, trail, refused, name, clock.instant());
        };
    }

    private static <I extends Stage> I expected(Step name, Class<I> input, Stage stage) {
        if (!input.isInstance(stage)) {
            throw new IllegalStateException(name + " takes " + input.getSimpleName() + ", and was given "
                    + stage.getClass().getSimpleName());
        }
        return input.cast(stage);
    }

    /** The step after which a message is decided, which refused messages go through as well. */
    UnaryOperator<Passage> last(Step name, UnaryOperator<Passage> step) {
        return passage -> {
            Optional<ClaimedHeader> header =
                    switch (passage) {
                        case Passage.Underway underway -> underway.stage().claimed();
                        case Passage.Aside aside -> aside.stage().claimed();
                        case Passage.Refused refused -> refused.stage().claimed();
                        default -> Optional.empty();
                    };
            return guarded(passage.received(), header, name, () -> step.apply(passage));
        };
    }

    private <I extends Stage, O extends Stage> Passage take(
            Step name, I stage, List<AuditEntry> trail, Function<I, Result<O>> step) {
        return guarded(stage.received(), stage.claimed(), name, () -> switch (step.apply(stage)) {
            case Result.Passed<O>(O next) -> passed(next, trail, name, clock.instant());
            case Result.Refused<O> refused -> refused(stage, trail, refused, name, clock.instant());
        });
    }

    /** Does the work, and notes what it cost; a breakage that is this message's own becomes {@link Passage.Failed}. */
    private Passage guarded(Received received, Optional<ClaimedHeader> claimed, Step name, Supplier<Passage> work) {
        long began = System.nanoTime();
        try {
            return work.get();
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            // The two errors are what a message can bring about; thrown on, they would bring its batch back for ever.
            if (stopsEverything.test(e)) {
                throw e;
            }
            if (!(e instanceof RevocationUnknown)) { // which is said once for all messages, and not for each
                LOG.warn("{} broke on {}: {}", name, received.ticket(), Breakage.text(e));
            }
            return new Passage.Failed(received, claimed.map(ClaimedHeader::header), e);
        } finally {
            received.origin().meter().add(System.nanoTime() - began);
        }
    }

    static Passage passed(Stage next, List<AuditEntry> trail, Step name, Instant at) {
        return new Passage.Underway(next, plus(trail, AuditEntry.passed(name, at, next.auditDetail())));
    }

    static Passage refused(Stage stage, List<AuditEntry> trail, Result.Refused<?> refused, Step name, Instant at) {
        Refusal refusal = refused.refusal();
        return new Passage.Refused(
                stage,
                refusal,
                refused.claimed(),
                stage.holdsIdentifier(),
                refused.effect(),
                plus(trail, AuditEntry.refused(name, refusal.code(), at, refusal.detail())));
    }

    static List<AuditEntry> plus(List<AuditEntry> trail, AuditEntry entry) {
        var longer = new ArrayList<>(trail);
        longer.add(entry);
        return longer;
    }
}
