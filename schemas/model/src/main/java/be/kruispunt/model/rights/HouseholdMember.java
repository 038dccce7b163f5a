package be.kruispunt.model.rights;

import be.kruispunt.model.id.Insz;

/** A person at a domicile, and when he had it there. */
public record HouseholdMember(Insz person, Validity valid) {
    @Override
    public String toString() {
        return "a member " + person;
    }
}
