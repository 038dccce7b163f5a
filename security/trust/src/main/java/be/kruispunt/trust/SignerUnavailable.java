package be.kruispunt.trust;

import org.jspecify.annotations.Nullable;

/** The key cannot sign now, for instance because its token was taken away. Nobody's message is at fault: pause. */
public final class SignerUnavailable extends RuntimeException {
    SignerUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
