package be.kruispunt.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Puts TLS over sockets that were accepted, and does nothing else that a factory of sockets can. */
final class AcceptedSockets extends SSLSocketFactory {
    private final SSLSocketFactory plain;
    private final Consumer<Socket> accepted;

    AcceptedSockets(SSLSocketFactory plain, Consumer<Socket> accepted) {
        this.plain = plain;
        this.accepted = accepted;
    }

    @Override
    public Socket createSocket(Socket socket, @Nullable InputStream consumed, boolean autoClose) throws IOException {
        accepted.accept(socket);
        var tls = (SSLSocket) plain.createSocket(socket, consumed, true);
        tls.setUseClientMode(false);
        tls.setNeedClientAuth(true);
        return tls;
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return plain.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return plain.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
        throw connectsNowhere();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw connectsNowhere();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        throw connectsNowhere();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw connectsNowhere();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        throw connectsNowhere();
    }

    private static IOException connectsNowhere() {
        return new IOException("a door connects nowhere");
    }
}
