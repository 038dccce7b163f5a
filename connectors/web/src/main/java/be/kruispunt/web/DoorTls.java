package be.kruispunt.web;

import java.net.Socket;
import java.security.KeyManagementException;
import java.security.SecureRandom;
import java.util.function.Consumer;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/**
 * TLS as the server uses it over sockets: nobody gets through without a certificate, and each socket is seen before
 * anything is read from it. The server's other way, over channels, looks up the name of each caller's address first, which can
 * take longer than TLS may.
 */
final class DoorTls extends SSLContext {
    /**
     * This context, for a server.
     *
     * @param accepted hears of each socket
     */
    DoorTls(SSLContext plain, Consumer<Socket> accepted) {
        super(new Spi(plain, accepted), plain.getProvider(), plain.getProtocol());
    }

    private static final class Spi extends SSLContextSpi {
        private final SSLContext plain;
        private final Consumer<Socket> accepted;

        Spi(SSLContext plain, Consumer<Socket> accepted) {
            this.plain = plain;
            this.accepted = accepted;
        }

        @Override
        protected SSLSocketFactory engineGetSocketFactory() {
            return new AcceptedSockets(plain.getSocketFactory(), accepted);
        }

        @Override
        protected void engineInit(KeyManager[] keys, TrustManager[] authorities, SecureRandom random)
                throws KeyManagementException {
            throw new KeyManagementException("it has its keys already");
        }

        @Override
        protected SSLServerSocketFactory engineGetServerSocketFactory() {
            return plain.getServerSocketFactory();
        }

        @Override
        protected SSLEngine engineCreateSSLEngine() {
            return plain.createSSLEngine();
        }

        @Override
        protected SSLEngine engineCreateSSLEngine(String host, int port) {
            return plain.createSSLEngine(host, port);
        }

        @Override
        protected SSLSessionContext engineGetServerSessionContext() {
            return plain.getServerSessionContext();
        }

        @Override
        protected SSLSessionContext engineGetClientSessionContext() {
            return plain.getClientSessionContext();
        }
    }
}
