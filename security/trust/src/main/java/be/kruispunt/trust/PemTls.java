package be.kruispunt.trust;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/**
 * What a client of the HTTP door needs, in PEM, as it is handed out and as curl takes it.
 *
 * @param key the client's key, not encrypted
 * @param certificate its certificate, and those between it and its authority
 * @param authority whom to believe
 */
public record PemTls(Path key, Path certificate, Path authority) {
    /** Within this process only. */
    private static final char[] PASSWORD = "in-memory".toCharArray();

    /**
     * A context that presents the certificate and believes the authority.
     *
     * @throws IOException if a file cannot be read
     * @throws IllegalArgumentException if one of them does not hold what it should; the message names it
     */
    public SSLContext sslContext() throws IOException {
        Collection<? extends Certificate> own = certificates(certificate);
        Collection<? extends Certificate> believed = certificates(authority);
        PrivateKey secret = privateKey();
        try {
            KeyStore keys = empty();
            keys.setKeyEntry("client", secret, PASSWORD, own.toArray(Certificate[]::new));
            KeyManagerFactory presented = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            presented.init(keys, PASSWORD);
            KeyStore authorities = empty();
            for (Certificate each : believed) {
                authorities.setCertificateEntry("authority-" + authorities.size(), each);
            }
            TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(authorities);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(presented.getKeyManagers(), trusted.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(key + " and " + certificate + " do not fit together", e);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, PASSWORD);
        return store;
    }

    private static Collection<? extends Certificate> certificates(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> read =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (read.isEmpty()) {
                throw new IllegalArgumentException(file + " holds no certificate in PEM");
            }
            return read;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(file + " holds no certificate in PEM", e);
        }
    }

    private PrivateKey privateKey() throws IOException {
        try (Reader in = Files.newBufferedReader(key);
                PEMParser parser = new PEMParser(in)) {
            var converter = new JcaPEMKeyConverter();
            return switch (parser.readObject()) {
                case PrivateKeyInfo info -> converter.getPrivateKey(info);
                case PEMKeyPair pair -> converter.getKeyPair(pair).getPrivate();
                case null, default ->
                    throw new IllegalArgumentException(
                            key + " holds no private key in PEM, or an encrypted one; openssl pkcs8 -topk8 -nodes"
                                    + " writes it as it is wanted");
            };
        }
    }
}
