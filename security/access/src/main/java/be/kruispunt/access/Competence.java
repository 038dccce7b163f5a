package be.kruispunt.access;

import be.kruispunt.model.cases.CaseRole;
import java.util.Comparator;

/** That an institution may play this role in this process, in this period (the Competence of EESSI's repository). */
public record Competence(String process, CaseRole role, Period period) {
    static final Comparator<Competence> ORDER = Comparator.comparing(Competence::process)
            .thenComparing(Competence::role)
            .thenComparing(competence -> competence.period().from());
}
