package be.kruispunt.exchange;

import be.kruispunt.access.Institution;
import be.kruispunt.model.cases.CaseFile;
import java.util.List;

/**
 * The message has its place in a case.
 *
 * @param receivers who are to get it, with what they take
 * @param caseAfter the case as this message leaves it
 */
public record Correlated(LookedUp lookedUp, List<Institution> receivers, CaseFile caseAfter) implements Understood {
    public Correlated {
        receivers = List.copyOf(receivers);
    }

    @Override
    public Validated validated() {
        return lookedUp.validated();
    }

    @Override
    public boolean holdsIdentifier() {
        return lookedUp.holdsIdentifier();
    }

    @Override
    public String auditDetail() {
        return caseAfter.toString();
    }
}
