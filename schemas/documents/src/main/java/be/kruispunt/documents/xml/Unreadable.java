package be.kruispunt.documents.xml;

import be.kruispunt.model.id.InstanceId;
import be.kruispunt.model.outcome.Refusal;
import be.kruispunt.model.outcome.RefusalCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That bytes are no message. Says where and why, and never repeats content: what cannot be read may well be personal
 * data. Carries the sender's identifier where the reading got that far, so that the refusal can name it.
 */
public final class Unreadable extends Exception {
    private final RefusalCode code;
    private final int line;
    private final String detail;
    private final @Nullable InstanceId instance;

    public Unreadable(RefusalCode code, int line, String detail) {
        this(code, line, detail, null);
    }

    private Unreadable(RefusalCode code, int line, String detail, @Nullable InstanceId instance) {
        // No cause and no stack trace: a parser's own message repeats content, and hostile input must be cheap.
        super(code + (line > 0 ? " at line " + line : "") + ": " + detail, null, false, false);
        this.code = code;
        this.line = line;
        this.detail = detail;
        this.instance = instance;
    }

    /** The same, with the identifier that could be read. */
    public Unreadable withInstance(Optional<InstanceId> read) {
        return new Unreadable(code, line, detail, read.orElse(instance));
    }

    public RefusalCode code() {
        return code;
    }

    /** The line, from 1; 0 where no line is concerned. */
    public int line() {
        return line;
    }

    public String detail() {
        return detail;
    }

    /** The sender's identifier of the message, if it could be read. */
    public Optional<InstanceId> instance() {
        return Optional.ofNullable(instance);
    }

    /** What the sender is answered. */
    public Refusal refusal() {
        return Refusal.of(code, line > 0 ? "line " + line + ": " + detail : detail);
    }
}
