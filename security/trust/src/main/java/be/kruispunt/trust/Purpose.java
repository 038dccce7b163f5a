package be.kruispunt.trust;

/**
 * What a certificate is used for. An institution's signing key and its connection key are apart: whoever runs its
 * connection cannot sign in its name.
 */
public enum Purpose {
    /** Signs documents: key usage content commitment (non-repudiation). */
    SIGN,
    /** Opens connections: extended key usage client authentication. */
    TLS_CLIENT,
    /** Takes connections: extended key usage server authentication. */
    TLS_SERVER
}
