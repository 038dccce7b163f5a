package be.kruispunt.exchange;

import be.kruispunt.model.cases.CaseFile;
import be.kruispunt.model.message.Header;
import java.util.Optional;

/** The message has its place in a case. */
public record Correlated(Authorised authorised, CaseFile caseAfter) implements Stage {
    Validated validated() {
        return authorised.validated();
    }

    @Override
    public Received received() {
        return authorised.received();
    }

    @Override
    public Optional<Header> header() {
        return authorised.header();
    }

    @Override
    public boolean holdsIdentifier() {
        return authorised.holdsIdentifier();
    }

    @Override
    public String auditDetail() {
        return caseAfter.toString();
    }
}
