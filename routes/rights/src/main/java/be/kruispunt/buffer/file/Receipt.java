package be.kruispunt.buffer.file;

import be.kruispunt.buffer.LineFile.Look;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.outcome.RefusalCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What became of a file: {@code rights-receipt;1;NAME;OUTCOME;run;sha256;moment;lines;lines that cannot be read}, then a line for each
 * thing that is wrong: {@code CODE;line;what is wrong;remedy}; line 0 is the whole file.
 *
 * @param number of the run, or of the report
 */
public record Receipt(
        String name, Outcome outcome, Optional<UUID> number, Optional<Digest> digest, Look look, List<Wrong> wrong) {
    /** How many lines are named that cannot be read. */
    static final int MOST_NAMED = 1_000;

    /** What its file is called, after the name of what it is for. */
    static final String END = ".receipt";

    private static final Look NOTHING = new Look(0, 0, List.of());

    public enum Outcome {
        /** It will be answered, or what it tells taken. */
        TAKEN,
        /** It came before under another name; the first answer is given again, under that name. */
        REPEATED,
        /** It is not looked at. */
        REFUSED
    }

    /** What is wrong; {@code line}: from 1, 0 for the whole. */
    public record Wrong(String code, long line, String meaning, String remedy) {
        static Wrong of(FileCode code, long line) {
            return new Wrong(code.name(), line, code.meaning(), code.remedy());
        }

        static Wrong of(RefusalCode code, String detail) {
            return new Wrong(code.name(), 0, code.meaning() + ": " + detail, code.remedy());
        }

        static Wrong of(RefusalCode code) {
            return new Wrong(code.name(), 0, code.meaning(), code.remedy());
        }

        private String text() {
            return code + ';' + line + ';' + part(meaning) + ';' + part(remedy);
        }

        private static String part(String text) {
            return text.replace(';', ',').replace('\n', ' ').replace('\r', ' ');
        }
    }

    public Receipt {
        wrong = List.copyOf(wrong);
    }

    static Receipt taken(String name, UUID number, Digest digest, Look look) {
        return new Receipt(
                name,
                Outcome.TAKEN,
                Optional.of(number),
                Optional.of(digest),
                look,
                look.places().stream()
                        .map(place -> Wrong.of(FileCode.LINE_INVALID, place))
                        .toList());
    }

    static Receipt repeated(String name, UUID number, Digest digest) {
        return new Receipt(name, Outcome.REPEATED, Optional.of(number), Optional.of(digest), NOTHING, List.of());
    }

    static Receipt refused(String name, Optional<Digest> digest, Wrong wrong) {
        return new Receipt(name, Outcome.REFUSED, Optional.empty(), digest, NOTHING, List.of(wrong));
    }

    /** The lines of the file. */
    String text(Instant at) {
        var text = new StringBuilder("rights-receipt;1;" + name + ';' + outcome + ';'
                + number.map(UUID::toString).orElse("") + ';'
                + digest.map(Digest::hex).orElse("") + ';' + at + ';' + look.lines() + ';' + look.broken() + '\n');
        wrong.forEach(each -> text.append(each.text()).append('\n'));
        return text.toString();
    }
}
