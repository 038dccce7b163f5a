package be.kruispunt.store;

import be.kruispunt.model.id.Insz;
import be.kruispunt.rights.DerivedRight;
import be.kruispunt.rights.Facts;
import java.util.List;

/** Which rights follow from facts: {@link be.kruispunt.rights.Derivation}, by the schemes that the hub has. */
@FunctionalInterface
public interface Deriver {
    List<DerivedRight> rights(Insz person, Facts facts);
}
