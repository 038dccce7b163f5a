package be.kruispunt.broker;

import static be.kruispunt.model.outcome.RefusalCode.CONTENT_NOT_ACCEPTED;
import static be.kruispunt.model.outcome.RefusalCode.TOO_LARGE;

import be.kruispunt.model.id.Digest;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Walks over the sections of an encoded AMQP 1.0 message: a descriptor ({@code 0x00 0x53 code}) and a value whose
 * constructor tells its size (part 1, section 1.6). Enough to find the body; Artemis would decode it into the heap.
 */
final class AmqpSections {
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

    private AmqpBody content(long length) throws IOException {
        digesting.on(true);
        if (length > maxBytes) {
            readPast(length);
            String detail = length + " bytes, where " + maxBytes + " are the limit";
            return new AmqpBody.Refused(TOO_LARGE, detail, length, digest());
        }
        byte[] bytes = in.readNBytes((int) length);
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
        int form = in.readUnsignedByte();
        if (first != 0 || (form != 0x53 && form != 0x80)) {
            throw new IOException("no section descriptor where one was due");
        }
        return form == 0x53 ? in.readUnsignedByte() : Math.toIntExact(in.readLong());
    }

    /** The size in bytes of a value that is null, a list, a map, binary, a string or a symbol. */
    private long size(int constructor) throws IOException {
        return switch (constructor) {
            case 0x40, 0x45 -> 0;
            case 0xa0, 0xa1, 0xa3, 0xc0, 0xc1 -> in.readUnsignedByte();
            case 0xb0, 0xb1, 0xb3, 0xd0, 0xd1 -> Integer.toUnsignedLong(in.readInt());
            default -> throw new IOException("a section of an unknown form");
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
