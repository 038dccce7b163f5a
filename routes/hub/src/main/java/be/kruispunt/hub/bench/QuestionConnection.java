package be.kruispunt.hub.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * One connection of a supplier, kept open, with no more of HTTP than a question needs: a client shares the machine with the hub that is
 * measured, and is to cost little.
 */
final class QuestionConnection implements AutoCloseable {
    private static final String LENGTH = "content-length:";
    private static final String HOST = "localhost";

    private final SSLSocket socket;
    private final InputStream in;
    private final OutputStream out;

    QuestionConnection(SSLContext tls, int port) throws IOException {
        this.socket = (SSLSocket) tls.getSocketFactory().createSocket(HOST, port);
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
        this.out = socket.getOutputStream();
    }

    /** Asks, and reads the answer to its end. */
    void ask(String question, int persons) throws IOException {
        byte[] body = question.getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST /rights/v1/questions HTTP/1.1\r\nHost: " + HOST
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        var request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        out.write(request);
        out.flush();
        String status = line();
        int length = -1;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                length = Integer.parseInt(header.substring(LENGTH.length()).strip());
            }
        }
        byte[] answer = in.readNBytes(length);
        if (!status.contains(" 200 ") || count(answer) != persons) {
            throw new IllegalStateException(status + ": " + new String(answer, StandardCharsets.UTF_8));
        }
    }

    /** How many answers stand in it: each has one identifier. */
    private static int count(byte[] answer) {
        String text = new String(answer, StandardCharsets.UTF_8);
        int count = 0;
        for (int at = text.indexOf("answerId"); at >= 0; at = text.indexOf("answerId", at + 1)) {
            count++;
        }
        return count;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new EOFException("the hub closed the connection after: " + line);
            }
            if (read != '\r') {
                line.append((char) read);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
