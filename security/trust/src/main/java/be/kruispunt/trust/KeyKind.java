package be.kruispunt.trust;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;

/** The keys that the demonstration authority makes. */
public enum KeyKind {
    /** The default: small signatures, cheap to make. */
    EC_P256,
    /** For partners whose software is older; EESSI's own samples are RSA. */
    RSA_2048;

    KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(this == EC_P256 ? "EC" : "RSA");
            if (this == EC_P256) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            } else {
                generator.initialize(2048);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot make a key of kind " + this, e);
        }
    }
}
