package be.kruispunt.rights;

import be.kruispunt.model.rights.SchemeCode;
import be.kruispunt.model.rights.Validity;

/**
 * A right of a person in a period. Which line gives it is for those who may know: it tells of the status.
 *
 * @param version of the scheme
 * @param line of that version
 * @param certain false where the line only may apply: the person's age is not known
 * @param valid when; without an end as long as no change is reported
 */
public record DerivedRight(SchemeCode scheme, String version, int line, boolean certain, Validity valid) {
    @Override
    public String toString() {
        return "a right of " + scheme;
    }
}
