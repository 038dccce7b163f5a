package be.kruispunt.hub.command;

import be.kruispunt.store.Look;
import java.time.Instant;
import picocli.CommandLine.Option;

/** Who looks at what was said of a person, and why: recorded before anything is shown. */
final class LookOption {
    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description =
                    "why you look, such as the number of a citizen's request or of an audit; it is recorded with who"
                            + " looked and when, and shown to who asks after you")
    private String reason = "";

    @Option(
            names = "--by",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "who looks; default: the account's name")
    private String by = "";

    Look look() {
        try {
            return new Look(Instant.now(), by, reason);
        } catch (IllegalArgumentException e) {
            throw new WrongUse(e);
        }
    }
}
