package be.kruispunt.broker;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.core.message.LargeBodyReader;
import org.apache.activemq.artemis.protocol.amqp.broker.AMQPLargeMessage;
import org.apache.activemq.artemis.protocol.amqp.broker.AMQPMessage;
import org.apache.qpid.proton.codec.ReadableBuffer;

/** The encoded form of a message as a stream: from memory, or from the file that Artemis keeps a large one in. */
final class AmqpBytes extends InputStream {
    private final LargeBodyReader reader;
    private final ByteBuffer chunk = ByteBuffer.allocate(64 * 1024).limit(0);

    private AmqpBytes(LargeBodyReader reader) {
        this.reader = reader;
    }

    static InputStream of(AMQPMessage message) throws IOException {
        if (message instanceof AMQPLargeMessage large) {
            LargeBodyReader reader = large.getLargeBodyReader();
            try {
                reader.open();
            } catch (ActiveMQException e) {
                throw new IOException(e);
            }
            return new AmqpBytes(reader);
        }
        ReadableBuffer buffer = message.getSendBuffer(1, null);
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public int read() throws IOException {
        return fill() ? chunk.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int now = Math.min(length, chunk.remaining());
        chunk.get(into, offset, now);
        return now;
    }

    private boolean fill() throws IOException {
        if (chunk.hasRemaining()) {
            return true;
        }
        try {
            chunk.clear();
            int read = reader.readInto(chunk);
            chunk.position(0).limit(Math.max(0, read));
            return read > 0;
        } catch (ActiveMQException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } catch (ActiveMQException e) {
            throw new IOException(e);
        }
    }
}
