package be.kruispunt.trust;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which library does the arithmetic of signatures. The native one makes an exchange about four times cheaper than the
 * JDK's, but it is not built for every machine; so the choice falls on what really works here, by trying it.
 *
 * <p>The providers are handed on as instances and never installed: one put first in the JVM's list would also serve
 * digests, and Bouncy Castle digests nine times slower than the JDK.
 */
public final class CryptoProviders {
    private static final Logger LOG = LoggerFactory.getLogger(CryptoProviders.class);
    private static final String CORRETTO_CLASS = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";

    /** The libraries that may serve, best first. */
    public enum Engine {
        CORRETTO,
        BOUNCY_CASTLE,
        JDK
    }

    private final Provider ec;
    private final Provider rsa;
    private final String why;

    private CryptoProviders(Provider ec, Provider rsa, String why) {
        this.ec = ec;
        this.rsa = rsa;
        this.why = why;
        LOG.info("{}", describe());
    }

    /** The fastest library that works on this machine, found by a trial signature. */
    public static CryptoProviders best() {
        return bestOf(List.of(Engine.values()));
    }

    static CryptoProviders bestOf(List<Engine> engines) {
        List<String> failures = new ArrayList<>();
        Provider ec = firstThatWorks(engines, failures);
        Provider rsa = ec.getClass().getName().equals(CORRETTO_CLASS) ? ec : jdk("SunRsaSign");
        String why = failures.isEmpty() ? "the fastest one works here" : String.join("; ", failures);
        return new CryptoProviders(ec, rsa, why);
    }

    /** This library and no other, for comparisons and for machines where an operator wants it; empty if it fails. */
    public static Optional<CryptoProviders> only(Engine engine) {
        try {
            Provider ec = load(engine);
            proveItWorks(ec);
            return Optional.of(new CryptoProviders(ec, engine == Engine.JDK ? jdk("SunRsaSign") : ec, "asked for"));
        } catch (GeneralSecurityException | ReflectiveOperationException | LinkageError | RuntimeException e) {
            LOG.info("{} does not serve: {}", engine, e.toString());
            return Optional.empty();
        }
    }

    /** One line for operators: who serves elliptic curves and RSA, and why. */
    public String describe() {
        return "signatures: EC by %s %s, RSA by %s %s, digests by the JDK (%s)"
                .formatted(ec.getName(), ec.getVersionStr(), rsa.getName(), rsa.getVersionStr(), why);
    }

    /** The library that serves elliptic curves. */
    public Provider ofEllipticCurves() {
        return ec;
    }

    Provider forKey(Key key) {
        return isEc(key) ? ec : rsa;
    }

    /** The key in the library's own form, so that it is not converted again for each signature. */
    PublicKey own(PublicKey key) throws GeneralSecurityException {
        return (PublicKey) factory(key).translateKey(key);
    }

    /** The key in the library's own form, so that it is not converted again for each signature. */
    PrivateKey own(PrivateKey key) throws GeneralSecurityException {
        return (PrivateKey) factory(key).translateKey(key);
    }

    static boolean isEc(Key key) {
        return key.getAlgorithm().toUpperCase(Locale.ROOT).startsWith("EC");
    }

    private KeyFactory factory(Key key) throws GeneralSecurityException {
        return KeyFactory.getInstance(isEc(key) ? "EC" : "RSA", forKey(key));
    }

    private static Provider firstThatWorks(List<Engine> engines, List<String> failures) {
        for (Engine engine : engines) {
            try {
                Provider provider = load(engine);
                proveItWorks(provider);
                return provider;
            } catch (GeneralSecurityException | ReflectiveOperationException | LinkageError | RuntimeException e) {
                failures.add(engine + " does not serve: " + e);
            }
        }
        throw new IllegalStateException("no library signs with elliptic curves here: " + failures);
    }

    private static Provider load(Engine engine) throws ReflectiveOperationException {
        return switch (engine) {
            case CORRETTO -> loadCorretto();
            case BOUNCY_CASTLE -> new BouncyCastleProvider();
            case JDK -> jdk("SunEC");
        };
    }

    /** By name, so that the class path may lack it; it throws when its native library does not load. */
    private static Provider loadCorretto() throws ReflectiveOperationException {
        Class<?> type = Class.forName(CORRETTO_CLASS);
        Object instance = type.getField("INSTANCE").get(null);
        type.getMethod("assertHealthy").invoke(instance);
        return (Provider) instance;
    }

    private static Provider jdk(String name) {
        Provider provider = Security.getProvider(name);
        if (provider == null) {
            throw new IllegalStateException("this Java lacks its provider " + name);
        }
        return provider;
    }

    private static void proveItWorks(Provider provider) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        byte[] content = {1, 2, 3};
        Signature signer = Signature.getInstance("SHA256withECDSA", provider);
        signer.initSign(pair.getPrivate());
        signer.update(content);
        byte[] signature = signer.sign();
        Signature verifier = Signature.getInstance("SHA256withECDSA", provider);
        verifier.initVerify(pair.getPublic());
        verifier.update(content);
        if (!verifier.verify(signature)) {
            throw new GeneralSecurityException("a signature that it made does not verify");
        }
    }
}
