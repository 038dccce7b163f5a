package be.kruispunt.broker.guard;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes a connection whose first bytes are not those of AMQP, and steps aside when they are. */
final class AmqpOnly extends ByteToMessageDecoder {
    private static final Logger LOG = LoggerFactory.getLogger(AmqpOnly.class);

    private static final byte[] PREAMBLE = "AMQP".getBytes(US_ASCII);

    /** With the protocol's number and version, which Artemis looks for in what it is given first. */
    private static final int HEADER = 8;

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        int known = Math.min(in.readableBytes(), PREAMBLE.length);
        for (int i = 0; i < known; i++) {
            if (in.getByte(in.readerIndex() + i) != PREAMBLE[i]) {
                LOG.warn("closed a connection that does not speak AMQP");
                in.skipBytes(in.readableBytes());
                var unused = context.close();
                return;
            }
        }
        if (in.readableBytes() >= HEADER) {
            context.pipeline().remove(this); // hands on what it has gathered
        }
    }
}
