package be.kruispunt.trust;

import be.kruispunt.model.outcome.RefusalCode;
import org.jspecify.annotations.Nullable;

/** A document's signature does not hold; says why, with the code that the sender is answered. */
public final class NotVerified extends Exception {
    private final RefusalCode code;
    private final String detail;

    NotVerified(RefusalCode code, String detail) {
        this(code, detail, null);
    }

    NotVerified(RefusalCode code, String detail, @Nullable Throwable cause) {
        super(code + ": " + detail, cause);
        this.code = code;
        this.detail = detail;
    }

    static NotVerified invalid(String detail) {
        return new NotVerified(RefusalCode.SIGNATURE_INVALID, detail);
    }

    /** {@code SIGNATURE_MISSING}, {@code SIGNATURE_INVALID}, or one of the certificate codes of {@link NotTrusted}. */
    public RefusalCode code() {
        return code;
    }

    /** One sentence on this signature, without a value of the document. */
    public String detail() {
        return detail;
    }
}
