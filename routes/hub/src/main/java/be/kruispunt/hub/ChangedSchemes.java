package be.kruispunt.hub;

import be.kruispunt.rights.Schemes;
import be.kruispunt.store.DerivedBy;
import be.kruispunt.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the operator when a hub starts with other schemes than those by which everybody was derived: until he has that done, whoever
 * nothing is reported of is answered by the rights that others gave him.
 */
final class ChangedSchemes {
    private static final Logger LOG = LoggerFactory.getLogger(ChangedSchemes.class);

    private ChangedSchemes() {}

    static void use(Schemes schemes, Store store) {
        String fingerprint = schemes.fingerprint();
        DerivedBy derived = store.rights().derivedBy();
        derived.use(fingerprint);
        if (!derived.isDone(fingerprint)) {
            LOG.warn("KP5005 schemes changed, and not everybody is derived by them yet: hub rights derive");
        }
    }
}
