package be.kruispunt.trust;

/**
 * The hub's own certificate is not valid now, is revoked, or is not of a trusted authority. Nobody's message is at fault:
 * pause. The message names the file and says what to do.
 */
public final class OwnCertificateUnusable extends RuntimeException {
    OwnCertificateUnusable(String message) {
        super(message);
    }
}
