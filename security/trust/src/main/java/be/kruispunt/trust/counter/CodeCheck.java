package be.kruispunt.trust.counter;

import be.kruispunt.model.rights.SchemeCode;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * What a counter does with a code: whether the hub signed it, whether it counts now, for the right that is given here, and whether it was
 * withdrawn. Without a hub, a store or a connection.
 */
public final class CodeCheck {
    private final CounterKeys keys;
    private final Optional<WithdrawalList> list;
    private final Optional<SchemeCode> right;

    /**
     * A check.
     *
     * @param keys of the hubs that are believed
     * @param list without one it is not asked whether a code was withdrawn
     * @param right the only one that is taken here; empty: any
     */
    public CodeCheck(CounterKeys keys, Optional<WithdrawalList> list, Optional<SchemeCode> right) {
        this.keys = keys;
        this.list = list;
        this.right = right;
    }

    /** What a code is good for. */
    public sealed interface Checked {
        record Valid(CounterCode code) implements Checked {}

        record Refused(CodeRefusal reason) implements Checked {}
    }

    /** Checks what was read, at this moment. */
    public Checked check(String text, Instant now) {
        try {
            CounterCode code = CounterCode.of(keys.believed(text, CounterCode.TYPE, CounterCode.LONGEST));
            return refusal(code, now).<Checked>map(Checked.Refused::new).orElse(new Checked.Valid(code));
        } catch (NotBelieved e) {
            return new Checked.Refused(e.reason());
        } catch (ParseException | IllegalArgumentException | ArithmeticException | DateTimeException e) {
            return new Checked.Refused(CodeRefusal.UNREADABLE);
        }
    }

    private Optional<CodeRefusal> refusal(CounterCode code, Instant now) {
        if (!code.hasBegun(now)) {
            return Optional.of(CodeRefusal.NOT_YET);
        }
        if (code.hasEnded(now)) {
            return Optional.of(CodeRefusal.EXPIRED);
        }
        if (right.isPresent() && !right.get().equals(code.right())) {
            return Optional.of(CodeRefusal.OTHER_RIGHT);
        }
        return list.flatMap(withdrawals -> refusal(code, withdrawals, now));
    }

    private static Optional<CodeRefusal> refusal(CounterCode code, WithdrawalList withdrawals, Instant now) {
        if (!withdrawals.has(code)) {
            return Optional.of(CodeRefusal.LIST_OF_ANOTHER);
        }
        if (withdrawals.isWithdrawn(code)) {
            return Optional.of(CodeRefusal.WITHDRAWN);
        }
        return withdrawals.isTooOld(now) ? Optional.of(CodeRefusal.LIST_TOO_OLD) : Optional.empty();
    }
}
