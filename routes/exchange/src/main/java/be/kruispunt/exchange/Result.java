package be.kruispunt.exchange;

import be.kruispunt.model.id.InstanceId;
import be.kruispunt.model.outcome.Refusal;
import be.kruispunt.model.outcome.RefusalCode;
import be.kruispunt.store.Effect;
import java.util.Optional;

/** What a step answers: the next stage, or the reason why there is none. */
public sealed interface Result<T> {
    /** The message goes on. */
    record Passed<T>(T value) implements Result<T> {}

    /**
     * The message stops here, and its sender is told why.
     *
     * @param claimed the identifier that the message gives itself, where nothing else of it could be read
     * @param effect what the refusal itself changes
     */
    record Refused<T>(Refusal refusal, Optional<InstanceId> claimed, Effect effect) implements Result<T> {
        /** A refusal that changes nothing. */
        Refused(Refusal refusal, Optional<InstanceId> claimed) {
            this(refusal, claimed, Effect.NONE);
        }
    }

    static <T> Result<T> passed(T value) {
        return new Passed<>(value);
    }

    static <T> Result<T> refused(Refusal refusal) {
        return new Refused<>(refusal, Optional.empty());
    }

    static <T> Result<T> refused(RefusalCode code, String detail) {
        return refused(Refusal.of(code, detail));
    }
}
