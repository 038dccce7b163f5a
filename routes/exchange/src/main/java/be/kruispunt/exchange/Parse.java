package be.kruispunt.exchange;

import be.kruispunt.broker.Content;
import be.kruispunt.documents.MessageReader;
import be.kruispunt.documents.xml.Unreadable;
import be.kruispunt.model.outcome.RefusalCode;
import java.util.Optional;

/** Reads the bytes into one tree, within limits, and the header from it. */
public final class Parse {
    private final MessageReader reader;

    public Parse(MessageReader reader) {
        this.reader = reader;
    }

    /** Refuses with TOO_LARGE, CONTENT_NOT_ACCEPTED, PROPERTY_NOT_ACCEPTED, REFUSED_BY_OPERATOR and what the reader finds. */
    public Result<Parsed> parse(Received received) {
        Optional<String> refusedFor = received.origin().refusedFor();
        if (refusedFor.isPresent()) { // read no further: that may be what breaks
            return Result.refused(RefusalCode.REFUSED_BY_OPERATOR, refusedFor.get());
        }
        return switch (received.origin().content()) {
            case Content.Body body -> read(received, body.bytes());
            case Content.TooLarge large -> Result.refused(RefusalCode.TOO_LARGE, large.length() + " bytes came in");
            case Content.NotAccepted other -> Result.refused(other.code(), other.detail());
        };
    }

    private Result<Parsed> read(Received received, byte[] xml) {
        try {
            return Result.passed(new Parsed(received, reader.read(xml)));
        } catch (Unreadable e) {
            return new Result.Refused<>(e.refusal(), e.instance());
        }
    }
}
