package be.kruispunt.buffer.run;

import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.rights.SchemeCode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file that asks: {@code rights-question;1;SCHEME;PURPOSE;DAY}, then a line for each customer. Read from any place in it, and no more
 * of it kept than is asked for, however large it is and however long a line.
 */
public final class QuestionFile {
    private static final String KIND = "rights-question";
    private static final String VERSION = "1";
    private static final int PARTS = 5;
    /** A reference, a number, and what stands between; or the first line. */
    private static final int LONGEST = 256;

    private final Path file;

    public QuestionFile(Path file) {
        this.file = file;
    }

    /**
     * What stands in the first line.
     *
     * @param end how many bytes it has, its end included
     */
    public record Header(SchemeCode scheme, LegalContext purpose, LocalDate day, long end) {}

    /**
     * Some lines.
     *
     * @param reached how many bytes of the file are read with them
     * @param last whether none follows
     */
    record Part(List<FileLine> lines, long reached, boolean last) {}

    /** Bytes of a file, line by line. */
    private static final class Reader {
        private final InputStream in;
        private long reached;
        private boolean ended;

        Reader(InputStream in, long from) {
            this.in = in;
            this.reached = from;
        }

        /** The next line; one that is too long, or holds what is no ASCII, comes as {@code "?"}; empty at the end. */
        Optional<String> line() throws IOException {
            var bytes = new byte[LONGEST];
            int length = 0;
            boolean fits = true;
            int next = in.read();
            if (next < 0) {
                ended = true;
                return Optional.empty();
            }
            while (next >= 0 && next != '\n') {
                reached++;
                fits &= length < LONGEST && next < 0x80;
                if (fits) {
                    bytes[length++] = (byte) next;
                }
                next = in.read();
            }
            reached += next == '\n' ? 1 : 0;
            return Optional.of(fits ? new String(bytes, 0, length, StandardCharsets.US_ASCII).strip() : "?");
        }
    }

    /** Reads the first line; empty where it is none of such a file. */
    public Optional<Header> header() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var reader = reader(channel, 0);
            return reader.line().flatMap(line -> header(line, reader.reached));
        }
    }

    private static Optional<Header> header(String line, long end) {
        String[] parts = line.split(";", -1);
        if (parts.length != PARTS || !parts[0].equals(KIND) || !parts[1].equals(VERSION)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Header(SchemeCode.of(parts[2]), LegalContext.of(parts[3]), LocalDate.parse(parts[4]), end));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The next lines from a place that {@link Part#reached} or {@link Header#end} gave. */
    Part lines(long from, int most) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var reader = reader(channel, from);
            var lines = new ArrayList<FileLine>();
            while (lines.size() < most && !reader.ended) {
                reader.line().map(FileLine::read).ifPresent(lines::add);
            }
            return new Part(lines, reader.reached, reader.ended);
        }
    }

    /**
     * What a look at every line finds.
     *
     * @param lines how many there are
     * @param broken how many of them cannot be read
     * @param places of the first of these, from 1, the first line of the file not counted
     */
    public record Look(long lines, long broken, List<Long> places) {
        public Look {
            places = List.copyOf(places);
        }
    }

    /**
     * Looks at every line.
     *
     * @param from where the header ends
     * @param most how many places are named
     */
    public Look look(long from, int most) throws IOException {
        long count = 0;
        long broken = 0;
        var places = new ArrayList<Long>();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var reader = reader(channel, from);
            for (Optional<String> line = reader.line(); line.isPresent(); line = reader.line()) {
                count++;
                if (FileLine.read(line.get()).isBroken()) {
                    broken++;
                    if (places.size() < most) {
                        places.add(count);
                    }
                }
            }
        }
        return new Look(count, broken, places);
    }

    private static Reader reader(FileChannel channel, long from) throws IOException {
        return new Reader(new BufferedInputStream(Channels.newInputStream(channel.position(from)), 1 << 16), from);
    }
}
