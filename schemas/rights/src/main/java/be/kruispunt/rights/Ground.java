package be.kruispunt.rights;

import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.SocialStatus;

/**
 * Why somebody has a right, for those who may know it.
 *
 * @param right the right that follows, before any other ground is looked at
 * @param status from which it follows
 * @param holder the present number of who has the status: the person, or somebody who lives with him
 */
public record Ground(DerivedRight right, SocialStatus status, Insz holder) {
    @Override
    public String toString() {
        return "a ground of " + right;
    }
}
