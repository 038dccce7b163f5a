package be.kruispunt.trust;

import be.kruispunt.model.outcome.RefusalCode;

/** A certificate is not to be believed; says why, with the code that the institution is answered. */
public final class NotTrusted extends Exception {
    private final RefusalCode code;
    private final String detail;

    NotTrusted(RefusalCode code, String detail) {
        super(code + ": " + detail);
        this.code = code;
        this.detail = detail;
    }

    /** One of {@code CERTIFICATE_UNTRUSTED}, {@code CERTIFICATE_EXPIRED}, {@code CERTIFICATE_REVOKED}. */
    public RefusalCode code() {
        return code;
    }

    /** One sentence on this certificate. */
    public String detail() {
        return detail;
    }
}
