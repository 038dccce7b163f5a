package be.kruispunt.store;

import be.kruispunt.model.outcome.RefusalCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of one change that a source reports. */
public enum ChangeOutcome {
    /** It is so now; also where it was so already, since a source may repeat what it is not sure to have told. */
    TAKEN(null),
    /** Under this reference the source told of another decision before; it should correct that one. */
    REFERENCE_TAKEN(RefusalCode.REFERENCE_TAKEN),
    /** The source told of no decision under this reference, or withdrew it, or it was about another person or another status. */
    REFERENCE_UNKNOWN(RefusalCode.REFERENCE_UNKNOWN),
    /** It names a day that cannot be: a decision, a birth or a death that is yet to come, or a death before the birth. */
    DAY_IMPOSSIBLE(RefusalCode.DAY_IMPOSSIBLE),
    /** A message that arrived later than this one has told something of the reference. */
    OVERTAKEN(RefusalCode.REPORT_OVERTAKEN);

    private final @Nullable RefusalCode refusal;

    ChangeOutcome(@Nullable RefusalCode refusal) {
        this.refusal = refusal;
    }

    /** Why it is not taken. */
    public Optional<RefusalCode> refusal() {
        return Optional.ofNullable(refusal);
    }
}
