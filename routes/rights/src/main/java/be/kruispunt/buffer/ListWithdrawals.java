package be.kruispunt.buffer;

import be.kruispunt.buffer.IssueCode.Signing;
import be.kruispunt.store.RightsCodes;
import be.kruispunt.trust.counter.WithdrawalList;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;

/** The signed list of what was withdrawn, as it is at this moment. */
public final class ListWithdrawals {
    private final RightsCodes codes;
    private final Signing signing;
    private final InstantSource clock;

    public ListWithdrawals(RightsCodes codes, Signing signing, InstantSource clock) {
        this.codes = codes;
        this.signing = signing;
        this.clock = clock;
    }

    /** In the form of a Token Status List, as JWS. */
    public String list() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ConsiderQuestion.BRUSSELS);
        return WithdrawalList.of(signing.hub(), codes.withdrawn(today), now).signedBy(signing.key());
    }
}
