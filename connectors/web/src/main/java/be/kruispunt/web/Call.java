package be.kruispunt.web;

import be.kruispunt.model.id.InstitutionId;
import java.util.UUID;

/**
 * A request that may be answered: who asks is proved, and the body is there, within its bounds.
 *
 * @param caller the institution of the certificate
 * @param trace the hub's own number of this request
 * @param body empty where the operation takes none
 */
@SuppressWarnings("ArrayRecordComponent") // only the operation that was called has it
public record Call(InstitutionId caller, UUID trace, byte[] body) {
    /** What a caller wrote is not for logs. */
    @Override
    public String toString() {
        return "call " + trace + " of " + caller;
    }
}
