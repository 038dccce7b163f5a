package be.kruispunt.trust;

import be.kruispunt.model.id.InstitutionId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * An institution's signing key with its certificate. The key does not leave this package and does not print itself.
 */
public final class SigningIdentity {
    private final InstitutionId institution;
    private final List<X509Certificate> chain;
    private final PrivateKey key;
    private final Optional<Provider> token;

    SigningIdentity(List<X509Certificate> chain, PrivateKey key, Optional<Provider> token) {
        this.chain = List.copyOf(chain);
        this.institution = Subjects.institution(this.chain.getFirst());
        this.key = key;
        this.token = token;
    }

    /**
     * Reads the only key of a PKCS#12 file.
     *
     * @throws SignerUnavailable if there is no such key, or the password is another
     */
    public static SigningIdentity load(Path p12, char[] password) {
        try (InputStream in = Files.newInputStream(p12)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            return of(store, password);
        } catch (IOException | GeneralSecurityException e) {
            throw new SignerUnavailable(KeyStores.unreadable("key store", p12), e);
        }
    }

    /**
     * Takes the only key of an open key store: the way in for PKCS#11 tokens, whose keys cannot be read but only used
     * through the store's own provider.
     *
     * @throws SignerUnavailable if there is not exactly one key, or it cannot be opened
     */
    public static SigningIdentity of(KeyStore store, char[] password) {
        try {
            String alias = onlyKey(store);
            PrivateKey key = (PrivateKey) store.getKey(alias, password);
            Certificate[] chain = store.getCertificateChain(alias);
            if (key == null || chain == null || chain.length == 0) {
                throw new SignerUnavailable("the key store's key has no certificate", null);
            }
            List<X509Certificate> certificates =
                    Arrays.stream(chain).map(X509Certificate.class::cast).toList();
            Optional<Provider> token =
                    key.getEncoded() == null ? Optional.of(store.getProvider()) : Optional.<Provider>empty();
            return new SigningIdentity(certificates, key, token);
        } catch (GeneralSecurityException e) {
            throw new SignerUnavailable("the key store's key cannot be opened: " + e.getMessage(), e);
        }
    }

    private static String onlyKey(KeyStore store) throws KeyStoreException {
        List<String> keys = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                keys.add(alias);
            }
        }
        if (keys.size() != 1) {
            throw new SignerUnavailable("exactly one key wanted in the key store, found " + keys.size(), null);
        }
        return keys.getFirst();
    }

    public InstitutionId institution() {
        return institution;
    }

    /** The certificate of the key. */
    public X509Certificate certificate() {
        return chain.getFirst();
    }

    /** The certificate of the key first, then those of its issuers. */
    public List<X509Certificate> chain() {
        return chain;
    }

    PrivateKey key() {
        return key;
    }

    /** The provider that alone can use the key, where the key stays in a token. */
    Optional<Provider> token() {
        return token;
    }

    @Override
    public String toString() {
        return "SigningIdentity[" + institution + "]";
    }
}
