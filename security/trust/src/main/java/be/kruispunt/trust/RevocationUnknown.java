package be.kruispunt.trust;

/**
 * Whether a certificate was revoked cannot be told: its issuer's revocation list is missing, forged or out of date.
 * Nothing is accepted then, but neither is anybody refused for it: the operator has to put a current list in place.
 */
public final class RevocationUnknown extends RuntimeException {
    RevocationUnknown(String message) {
        super(message);
    }
}
