package be.kruispunt.broker;

import static be.kruispunt.model.outcome.RefusalCode.CONTENT_NOT_ACCEPTED;
import static be.kruispunt.model.outcome.RefusalCode.TOO_LARGE;
import static java.nio.charset.StandardCharsets.US_ASCII;

import be.kruispunt.model.id.Digest;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StreamCorruptedException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;

/**
 * Walks over the sections of an encoded AMQP 1.0 message: a descriptor, which is a number or a name, and a value whose
 * constructor tells its size (part 1, sections 1.2 and 1.6). Enough to find the body; Artemis and Proton would decode it
 * into the heap. What is no message ends with an {@link EOFException} or a {@link StreamCorruptedException}.
 */
final class AmqpSections {
    /** Part 3, section 3.2: the symbolic descriptors are as good as the numeric ones. */
    private static final Map<String, Integer> NAMES = Map.of(
            "amqp:header:list", 0x70,
            "amqp:delivery-annotations:map", 0x71,
            "amqp:message-annotations:map", 0x72,
            "amqp:properties:list", 0x73,
            "amqp:application-properties:map", 0x74,
            "amqp:data:binary", 0x75,
            "amqp:amqp-sequence:list", 0x76,
            "amqp:amqp-value:*", 0x77,
            "amqp:footer:map", 0x78);

    private static final int LONGEST_NAME = 64;
    private static final int HEADER = 0x70;
    private static final int FIRST_BODY_SECTION = 0x75;
    private static final int DATA = 0x75;
    private static final int VALUE = 0x77;
    private static final int FOOTER = 0x78;
    private static final int END = -1;

    private final MessageDigest sha256 = sha256();
    private final DigestInputStream digesting;
    private final DataInputStream in;
    private final int maxBytes;

    AmqpSections(InputStream encoded, int maxBytes) {
        this.maxBytes = maxBytes;
        digesting = new DigestInputStream(encoded, sha256);
        digesting.on(false);
        in = new DataInputStream(digesting);
    }

    AmqpBody readBody() throws IOException {
        int section = nextSection();
        while (section != END && section < FIRST_BODY_SECTION) {
            in.skipNBytes(size(in.readUnsignedByte()));
            section = nextSection();
        }
        if (section == END || section == FOOTER) {
            return new AmqpBody.Refused(CONTENT_NOT_ACCEPTED, "no body", 0, Digest.of(new byte[0]));
        }
        int constructor = in.readUnsignedByte();
        if ((section == DATA && isBinary(constructor)) || (section == VALUE && isText(constructor))) {
            return content(size(constructor));
        }
        digesting.on(true);
        long length = in.transferTo(OutputStream.nullOutputStream());
        return new AmqpBody.Refused(CONTENT_NOT_ACCEPTED, "neither bytes nor text", length, digest());
    }

    /** All that is there, when it turned out to be no message. */
    AmqpBody readAsItIs() throws IOException {
        digesting.on(true);
        long length = in.transferTo(OutputStream.nullOutputStream());
        return new AmqpBody.Refused(CONTENT_NOT_ACCEPTED, "not a message as AMQP encodes it", length, digest());
    }

    private AmqpBody content(long length) throws IOException {
        digesting.on(true);
        if (length > maxBytes) {
            readPast(length);
            String detail = length + " bytes, where " + maxBytes + " are the limit";
            return new AmqpBody.Refused(TOO_LARGE, detail, length, digest());
        }
        byte[] bytes = in.readNBytes((int) length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        digesting.on(false);
        int next = nextSection();
        if (length == 0 || (next != END && next != FOOTER)) {
            String detail = length == 0 ? "an empty body" : "several body sections";
            return new AmqpBody.Refused(CONTENT_NOT_ACCEPTED, detail, length, digest());
        }
        return new AmqpBody.Taken(bytes);
    }

    /** Reads, since what is skipped would not be digested. */
    private void readPast(long length) throws IOException {
        byte[] chunk = new byte[64 * 1024];
        long left = length;
        while (left > 0) {
            int now = (int) Math.min(left, chunk.length);
            in.readFully(chunk, 0, now);
            left -= now;
        }
    }

    private int nextSection() throws IOException {
        int first = in.read();
        if (first < 0) {
            return END;
        }
        if (first != 0) {
            throw new StreamCorruptedException("no descriptor where a section was due");
        }
        return switch (in.readUnsignedByte()) {
            case 0x53 -> known(in.readUnsignedByte());
            case 0x80 -> known(in.readLong());
            case 0xa3 -> known(in.readUnsignedByte(), in);
            case 0xb3 -> known(in.readInt(), in);
            default -> throw new StreamCorruptedException("a descriptor that no section has");
        };
    }

    private static int known(long code) throws IOException {
        if (code < HEADER || code > FOOTER) {
            throw new StreamCorruptedException("no section has the descriptor " + code);
        }
        return (int) code;
    }

    private static int known(int length, DataInputStream in) throws IOException {
        if (length < 0 || length > LONGEST_NAME) {
            throw new StreamCorruptedException("no section has a name of this length");
        }
        byte[] name = new byte[length];
        in.readFully(name);
        return known(NAMES.getOrDefault(new String(name, US_ASCII), 0));
    }

    /** The size in bytes of a value that is no described one: its constructor's first half says how it is told. */
    private long size(int constructor) throws IOException {
        return switch (constructor >> 4) {
            case 0x4 -> 0;
            case 0x5 -> 1;
            case 0x6 -> 2;
            case 0x7 -> 4;
            case 0x8 -> 8;
            case 0x9 -> 16;
            case 0xa, 0xc, 0xe -> in.readUnsignedByte();
            case 0xb, 0xd, 0xf -> Integer.toUnsignedLong(in.readInt());
            default -> throw new StreamCorruptedException("a section of an unknown form");
        };
    }

    private static boolean isBinary(int constructor) {
        return constructor == 0xa0 || constructor == 0xb0;
    }

    private static boolean isText(int constructor) {
        return isBinary(constructor) || constructor == 0xa1 || constructor == 0xb1;
    }

    private Digest digest() {
        return Digest.ofHash(sha256.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
