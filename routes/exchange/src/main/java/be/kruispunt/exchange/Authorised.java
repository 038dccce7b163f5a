package be.kruispunt.exchange;

import be.kruispunt.access.AccessDecision.Granted;
import be.kruispunt.access.Grounds;
import be.kruispunt.model.message.Header;
import java.util.Optional;

/** The exchange is allowed, and the receivers are known. */
public record Authorised(LookedUp lookedUp, Granted granted) implements Stage {
    Validated validated() {
        return lookedUp.validated();
    }

    @Override
    public Received received() {
        return lookedUp.received();
    }

    @Override
    public Optional<Header> header() {
        return lookedUp.header();
    }

    @Override
    public boolean holdsIdentifier() {
        return lookedUp.holdsIdentifier();
    }

    @Override
    public String auditDetail() {
        return new Grounds(granted.grounds(), lookedUp.known().register().version()).toString();
    }
}
