package be.kruispunt.broker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * One side's TLS material: two PKCS#12 stores.
 *
 * @param keyStore own key and certificate chain
 * @param keyStorePassword its password
 * @param trustStore the authorities under which the other side's certificate must be issued
 * @param trustStorePassword its password
 */
public record BrokerTls(Path keyStore, String keyStorePassword, Path trustStore, String trustStorePassword) {

    /** A context for the client side. Both sides show a certificate. */
    public SSLContext context() {
        try {
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(load(keyStore, keyStorePassword), keyStorePassword.toCharArray());
            var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(load(trustStore, trustStorePassword));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trusted.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new BrokerException("the TLS key or trust store cannot be used: " + keyStore + ", " + trustStore, e);
        }
    }

    private static KeyStore load(Path path, String password) throws GeneralSecurityException, IOException {
        char[] secret = password.toCharArray();
        try (InputStream in = Files.newInputStream(path)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, secret);
            return store;
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return "keys " + keyStore + ", trust " + trustStore;
    }
}
