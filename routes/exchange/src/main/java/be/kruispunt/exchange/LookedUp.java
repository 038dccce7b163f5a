package be.kruispunt.exchange;

import be.kruispunt.model.message.Header;
import be.kruispunt.store.Known;
import java.util.Optional;

/** The facts that the next steps decide on stand beside the document. */
public record LookedUp(Validated validated, Known known) implements Stage {
    @Override
    public Received received() {
        return validated.received();
    }

    @Override
    public Optional<Header> header() {
        return validated.header();
    }

    @Override
    public String auditDetail() {
        return known.directory().lines().size() + " directory line(s)"
                + known.caseFile()
                        .map(file -> ", case version " + file.version())
                        .orElse("");
    }
}
