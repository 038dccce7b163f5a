package be.kruispunt.access;

import be.kruispunt.model.cases.CaseRole;

/** That an institution may play this role in this process, in this period (the Competence of EESSI's repository). */
public record Competence(String process, CaseRole role, Period period) {}
