package be.kruispunt.trust;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * What one end of a TLS connection needs: its own key and the authorities of the other end, both as PKCS#12 files,
 * because the broker wants files.
 */
public record TlsMaterial(Path keyStore, Secret keyStorePassword, Path trustStore, Secret trustStorePassword) {
    /**
     * A context that presents the key and believes the authorities.
     *
     * @throws IllegalStateException if a file cannot be read or opened
     */
    public SSLContext sslContext() {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(open(keyStore, keyStorePassword), keyStorePassword.chars());
            TrustManagerFactory authorities =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            authorities.init(open(trustStore, trustStorePassword));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), authorities.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the TLS key or trust store cannot be opened: " + e.getMessage(), e);
        }
    }

    /**
     * The certificate of the key.
     *
     * @throws SignerUnavailable if there is not exactly one key, or it cannot be opened
     */
    X509Certificate certificate() {
        return SigningIdentity.load(keyStore, keyStorePassword.chars()).certificate();
    }

    private static KeyStore open(Path file, Secret password) throws GeneralSecurityException, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.chars());
            return store;
        }
    }
}
