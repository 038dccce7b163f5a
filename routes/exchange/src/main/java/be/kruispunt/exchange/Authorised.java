package be.kruispunt.exchange;

import be.kruispunt.access.AccessDecision.Granted;
import be.kruispunt.access.Grounds;
import be.kruispunt.access.Institution;
import be.kruispunt.model.id.InstitutionId;
import java.util.List;

/** The exchange is allowed, and the receivers are known. */
public record Authorised(LookedUp lookedUp, Granted granted) implements Understood {
    @Override
    public Validated validated() {
        return lookedUp.validated();
    }

    List<InstitutionId> receivers() {
        return granted.receivers().stream().map(Institution::id).toList();
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
