package be.kruispunt.buffer.report;

import be.kruispunt.buffer.LineFile;
import be.kruispunt.buffer.LineFile.First;
import be.kruispunt.buffer.LineFile.Look;
import be.kruispunt.buffer.LineFile.Part;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.store.ReportKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A file that reports: {@code rights-statuses;1;PURPOSE}, or {@code rights-households} or {@code rights-customers}, then a line for each
 * thing that is told.
 */
public final class ReportFile {
    private static final String VERSION = "1";
    private static final int PARTS = 3;
    /** A household of a hundred members with its addresses. */
    private static final int LONGEST = 8_192;

    private final LineFile file;

    public ReportFile(Path file) {
        this.file = new LineFile(file, LONGEST);
    }

    /**
     * What stands in the first line.
     *
     * @param end how many bytes it has, its end included
     */
    public record Header(ReportKind kind, LegalContext purpose, long end) {}

    /** The word with which the file of a kind begins. */
    public static String word(ReportKind kind) {
        return "rights-" + kind.name().toLowerCase(Locale.ROOT);
    }

    /** Reads the first line; empty where it is none of such a file. */
    public Optional<Header> header() throws IOException {
        return file.first().flatMap(ReportFile::header);
    }

    private static Optional<Header> header(First line) {
        String[] parts = line.text().split(";", -1);
        if (parts.length != PARTS || !parts[1].equals(VERSION)) {
            return Optional.empty();
        }
        try {
            LegalContext purpose = LegalContext.of(parts[2]);
            return Arrays.stream(ReportKind.values())
                    .filter(kind -> word(kind).equals(parts[0]))
                    .findFirst()
                    .map(kind -> new Header(kind, purpose, line.end()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The next lines from a place that {@link Part#reached} or {@link Header#end} gave. */
    Part lines(long from, int most) throws IOException {
        return file.lines(from, most);
    }

    /** Looks at every line; {@code most}: how many places of those that cannot be read are named. */
    public Look look(Header header, int most) throws IOException {
        return file.look(
                header.end(),
                line -> switch (header.kind()) {
                    case STATUSES -> StatusText.read(line).isEmpty();
                    case HOUSEHOLDS -> HouseholdText.read(line).isEmpty();
                    case CUSTOMERS -> CustomerText.read(line).isEmpty();
                },
                most);
    }
}
