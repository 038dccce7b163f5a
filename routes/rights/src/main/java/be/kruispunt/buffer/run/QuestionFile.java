package be.kruispunt.buffer.run;

import be.kruispunt.buffer.LineFile;
import be.kruispunt.buffer.LineFile.First;
import be.kruispunt.buffer.LineFile.Look;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.rights.SchemeCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A file that asks: {@code rights-question;1;SCHEME;PURPOSE;DAY}, then a line for each customer. */
public final class QuestionFile {
    private static final String KIND = "rights-question";
    private static final String VERSION = "1";
    private static final int PARTS = 5;
    /** A reference, a number, and what stands between; or the first line. */
    private static final int LONGEST = 256;

    private final LineFile file;

    public QuestionFile(Path file) {
        this.file = new LineFile(file, LONGEST);
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

    /** Reads the first line; empty where it is none of such a file. */
    public Optional<Header> header() throws IOException {
        return file.first().flatMap(QuestionFile::header);
    }

    private static Optional<Header> header(First line) {
        String[] parts = line.text().split(";", -1);
        if (parts.length != PARTS || !parts[0].equals(KIND) || !parts[1].equals(VERSION)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Header(
                    SchemeCode.of(parts[2]), LegalContext.of(parts[3]), LocalDate.parse(parts[4]), line.end()));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The next lines from a place that {@link Part#reached} or {@link Header#end} gave. */
    Part lines(long from, int most) throws IOException {
        LineFile.Part part = file.lines(from, most);
        return new Part(part.lines().stream().map(FileLine::read).toList(), part.reached(), part.last());
    }

    /**
     * Looks at every line.
     *
     * @param from where the header ends
     * @param most how many places are named
     */
    public Look look(long from, int most) throws IOException {
        return file.look(from, line -> FileLine.read(line).isBroken(), most);
    }
}
