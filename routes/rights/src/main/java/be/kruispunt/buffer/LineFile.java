package be.kruispunt.buffer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A file of lines in UTF-8: the first says what it is. Read from any place in it, and no more of it kept than is asked for, however
 * large it is and however long a line.
 *
 * @param longest how many bytes a line may have
 */
public record LineFile(Path file, int longest) {
    /** Instead of a line that is too long, or no UTF-8: none of any kind of file. */
    private static final String NO_LINE = "?";

    private static final int BUFFER = 1 << 16;

    /**
     * The first line.
     *
     * @param end how many bytes it has, its end included
     */
    public record First(String text, long end) {}

    /**
     * Some lines.
     *
     * @param reached how many bytes of the file are read with them
     * @param last whether none follows
     */
    public record Part(List<String> lines, long reached, boolean last) {
        public Part {
            lines = List.copyOf(lines);
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

    /** Bytes of a file, line by line. */
    private final class Reader {
        private final InputStream in;
        private final byte[] bytes = new byte[longest];
        private long reached;

        Reader(FileChannel channel, long from) throws IOException {
            this.in = new BufferedInputStream(Channels.newInputStream(channel.position(from)), BUFFER);
            this.reached = from;
        }

        /** The next line, without spaces around it; empty at the end. */
        Optional<String> line() throws IOException {
            int length = 0;
            boolean fits = true;
            int next = in.read();
            if (next < 0) {
                return Optional.empty();
            }
            while (next >= 0 && next != '\n') {
                reached++;
                fits &= length < longest;
                if (fits) {
                    bytes[length++] = (byte) next;
                }
                next = in.read();
            }
            reached += next == '\n' ? 1 : 0;
            return Optional.of(fits ? text(length) : NO_LINE);
        }

        private String text(int length) {
            try {
                return UTF_8.newDecoder()
                        .decode(ByteBuffer.wrap(bytes, 0, length))
                        .toString()
                        .strip();
            } catch (CharacterCodingException e) {
                return NO_LINE;
            }
        }
    }

    private interface Reading<T> {
        T read(Reader reader) throws IOException;
    }

    private <T> T from(long place, Reading<T> reading) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return reading.read(new Reader(channel, place));
        }
    }

    /** The first line; empty where there is none. */
    public Optional<First> first() throws IOException {
        return from(0, reader -> reader.line().map(text -> new First(text, reader.reached)));
    }

    /** The next lines from a place that {@link Part#reached} or {@link First#end} gave. */
    public Part lines(long place, int most) throws IOException {
        return from(place, reader -> {
            var lines = new ArrayList<String>();
            while (lines.size() < most) {
                Optional<String> line = reader.line();
                if (line.isEmpty()) {
                    return new Part(lines, reader.reached, true);
                }
                lines.add(line.get());
            }
            return new Part(lines, reader.reached, false);
        });
    }

    /**
     * Looks at every line.
     *
     * @param place where the first line ends
     * @param broken whether a line cannot be read
     * @param most how many places are named
     */
    public Look look(long place, Predicate<String> broken, int most) throws IOException {
        return from(place, reader -> {
            long count = 0;
            long wrong = 0;
            var places = new ArrayList<Long>();
            for (Optional<String> line = reader.line(); line.isPresent(); line = reader.line()) {
                count++;
                if (broken.test(line.get())) {
                    wrong++;
                    if (places.size() < most) {
                        places.add(count);
                    }
                }
            }
            return new Look(count, wrong, places);
        });
    }
}
