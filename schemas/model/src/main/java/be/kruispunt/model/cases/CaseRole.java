package be.kruispunt.model.cases;

/** The two roles of a business case, as EESSI names them. */
public enum CaseRole {
    CASE_OWNER,
    COUNTERPARTY;

    public CaseRole other() {
        return this == CASE_OWNER ? COUNTERPARTY : CASE_OWNER;
    }
}
