package be.kruispunt.trust;

/**
 * Whether a certificate was revoked cannot be told: its issuer's revocation list is missing, forged, only a part, or out
 * of date. What depends on it waits, and nobody is refused for it: the operator has to put a current list in place. What
 * depends on other issuers goes on.
 */
public final class RevocationUnknown extends RuntimeException {
    RevocationUnknown(String message) {
        super(message);
    }
}
